import { extname } from 'node:path'
import { type NoPlan, type Plan, plan, prepare } from '@kaigong/planner'
import { openCatalogue } from '../ground/openCatalogue.ts'
import { writeFile } from '../ground/writeFile.ts'
import { badInput } from '../terminal/answer.ts'
import type { Lang, Text } from '../terminal/say.ts'
import { accepted } from '../usage/accepted.ts'
import type { Asked, Run } from '../usage/command.ts'
import { extensions, type Format, written } from './formats.ts'
import { openProject } from './projectFile.ts'
import { requestOf } from './request.ts'
import { notVerified } from './verification.ts'

/** `plan PROJECT.yaml`: the plan, gone through by the independent checker, on the screen or in a file. */
export const planCommand: Run = async (asked, world) => {
  const { lang, options } = asked
  const [path = ''] = asked.operands
  const opened = await openCatalogue(options.catalogue, lang)
  if ('answer' in opened) return opened.answer
  const { catalogue } = opened
  const read = await openProject(path, catalogue, lang)
  if ('answer' in read) return read.answer
  const district = options.district ?? read.project.district
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
  const violations = check(made, { catalogue, project }).map(({ code, message }) => `${code}: ${message[lang]}`)
  const file = options.output
  const format = formatOf(options)
  const toFile = file !== undefined
  const content = await written(format, made, ground, { lang, world, violations, toFile })
  if (!toFile && typeof content !== 'string' && world.outIsScreen) return badInput(notForAScreen(format), lang)
  const wrong = toFile ? writeFile(file, content) : undefined
  if (wrong) return badInput(wrong, lang)
  // A text on the screen says all this itself.
  const told = format === 'text' && !toFile ? [] : telling(made, violations, file, lang)
  return {
    exit: made.verdict.met && violations.length === 0 ? 0 : 1,
    ...(toFile ? {} : { out: content }),
    ...(told.length > 0 ? { err: `${told.join('\n')}\n` } : {}),
  }
}

const isRefused = (made: Plan | NoPlan): made is NoPlan => 'refused' in made

/** What was asked for, else what the file's name says, else text. */
const formatOf = (options: Asked['options']): Format =>
  (options.format as Format | undefined) ?? extensions[extname(options.output ?? '').toLowerCase()] ?? 'text'

/** What a person must know of a plan that went to a file or to a program: that it says no, or that it is wrong. */
function telling(
  { verdict }: Plan,
  violations: readonly string[],
  file: string | undefined,
  lang: Lang,
): readonly string[] {
  return [
    ...(verdict.met ? [] : [verdict.headline[lang]]),
    ...(violations.length === 0 ? [] : [notVerified(violations.length)[lang], ...violations]),
    ...(file === undefined ? [] : [lang === 'zh' ? `已写入 ${file}` : `Written to ${file}`]),
  ]
}

const notForAScreen = (format: Format) => ({
  zh: `${format} 不是给屏幕看的，请用 -o 写入文件，如 -o plan.${format}。`,
  en: `${format} is nothing to look at on a screen; write it to a file with -o, such as -o plan.${format}.`,
})

function unknownDistrict(code: string, known: readonly string[]): Text {
  const end = accepted(code, known)
  return {
    zh: `--district：目录中没有区划“${code}”${end.zh}`,
    en: `--district: the catalogue has no district "${code}"${end.en}`,
  }
}
