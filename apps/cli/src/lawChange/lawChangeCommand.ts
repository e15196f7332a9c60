import { lawChange, prepare, type Touched } from '@kaigong/planner'
import { openCatalogue } from '../ground/openCatalogue.ts'
import { openProject } from '../plan/projectFile.ts'
import { requestOf } from '../plan/request.ts'
import { badInput } from '../terminal/answer.ts'
import type { Run } from '../usage/command.ts'
import { touchedLines } from './touchedLines.ts'

/** `law-change OLD NEW PROJECT…`: which plans a new catalogue, promise or calendar changes, and how. */
export const lawChangeCommand: Run = async ({ operands: [oldFolder, newFolder, ...paths], options, lang }, world) => {
  const old = await openCatalogue(oldFolder, lang)
  if ('answer' in old) return old.answer
  const next = await openCatalogue(newFolder, lang)
  if ('answer' in next) return next.answer
  const touched: Touched[] = []
  for (const path of paths) {
    const read = await openProject(path, old.catalogue, lang)
    if ('answer' in read) return read.answer
    const { project } = read
    const wanted = requestOf(project, {}, old.catalogue, world.today)
    if ('wrong' in wanted) return badInput(wanted.wrong, lang)
    const grounds = [old, next].map(({ catalogue }) => prepare(catalogue, project.district))
    const [before, after] = grounds
    if (!before || !after) {
      return badInput(
        {
          zh: `${path}：新目录中没有区划 ${project.district}。`,
          en: `${path}: the new catalogue knows no district ${project.district}.`,
        },
        lang,
      )
    }
    touched.push(...lawChange(before, after, [{ project, request: wanted.request }]))
  }
  if (options.format === 'json') return { exit: 0, out: `${JSON.stringify(touched, null, 2)}\n` }
  return { exit: 0, out: `${touchedLines(touched, paths.length, lang, world).join('\n')}\n` }
}
