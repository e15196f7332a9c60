import { extname } from 'node:path'
import { type NoPlan, type Plan, plan, prepare } from '@kaigong/planner'
import { openCatalogue } from '../ground/openCatalogue.ts'
import { writeFile } from '../ground/writeFile.ts'
import { type Answer, badInput } from '../terminal/answer.ts'
import type { World } from '../terminal/world.ts'
import type { Asked, Run } from '../usage/command.ts'
import { extensions, type Format, written } from './formats.ts'
import { openProject } from './projectFile.ts'
import { requestOf } from './request.ts'

/** `plan PROJECT.yaml`: the plan, gone through by the independent checker, on the screen or in a file. */
export const planCommand: Run = async (asked, world) => {
  const { lang, options } = asked
  const [path = ''] = asked.operands
  const opened = await openCatalogue(options['catalogue'], lang)
  if ('answer' in opened) return opened.answer
  const { catalogue } = opened
  const read = await openProject(path, catalogue, lang)
  if ('answer' in read) return read.answer
  const district = options['district'] ?? read.project.district
  const project = { ...read.project, district }
  const ground = prepare(catalogue, district)
  if (!ground)
    return badInput(
      unknownDistrict(
        district,
        catalogue.districts.map((d) => d.code),
      ),
      lang,
    )
  const wanted = requestOf(project, options, catalogue, world.today)
  if ('wrong' in wanted) return badInput(wanted.wrong, lang)

  const made = plan(ground, project, wanted.request)
  if (isRefused(made)) return badInput(made.message, lang)
  const { check } = await import('@kaigong/checker')
  const violations = check(made, { catalogue, project }).map((v) => v.message[lang])
  const format = formatOf(options)
  const content = await written(format, made, ground, {
    lang,
    world,
    violations,
    toFile: options['output'] !== undefined,
  })
  return deliver(asked, world, format, content, made.verdict.met && violations.length === 0)
}

const isRefused = (made: Plan | NoPlan): made is NoPlan => 'refused' in made

/** What was asked for, else what the file's name says, else text. */
const formatOf = (options: Asked['options']): Format =>
  (options['format'] as Format | undefined) ?? extensions[extname(options['output'] ?? '').toLowerCase()] ?? 'text'

function deliver(
  { lang, options }: Asked,
  world: World,
  format: Format,
  content: string | Uint8Array,
  met: boolean,
): Answer {
  const exit = met ? 0 : 1
  const file = options['output']
  if (file === undefined) {
    if (typeof content !== 'string' && world.outIsScreen) return badInput(notForAScreen(format), lang)
    return { exit, out: content }
  }
  const wrong = writeFile(file, content)
  if (wrong) return badInput(wrong, lang)
  return { exit, err: lang === 'zh' ? `已写入 ${file}\n` : `Written to ${file}\n` }
}

const notForAScreen = (format: Format) => ({
  zh: `${format} 不是给屏幕看的，请用 -o 写入文件，如 -o plan.${format}。`,
  en: `${format} is nothing to look at on a screen; write it to a file with -o, such as -o plan.${format}.`,
})

const unknownDistrict = (code: string, known: readonly string[]) => ({
  zh: `目录中没有区划 ${code}；可用：${known.join('、')}。`,
  en: `The catalogue knows no district ${code}; accepted: ${known.join(', ')}.`,
})
