import { statSync } from 'node:fs'
import { type Catalogue, type Fault, faultLine } from '@kaigong/catalogue'
import { type Answer, badInput } from '../terminal/answer.ts'
import type { Lang } from '../terminal/say.ts'
import { loadCatalogue, ownCatalogue } from './loadCatalogue.ts'

/** The catalogue that a command stands on, or the answer that says why there is none. */
export async function openCatalogue(
  folder: string | undefined,
  lang: Lang,
): Promise<{ catalogue: Catalogue } | { answer: Answer }> {
  const refused = notACatalogue(folder, lang)
  if (refused) return { answer: refused }
  const loaded = await loadCatalogue(folder ?? ownCatalogue)
  return 'catalogue' in loaded ? loaded : { answer: faulty(loaded.faults, lang) }
}

/** Says so where there is no folder to read a catalogue from. */
export function notACatalogue(folder: string | undefined, lang: Lang): Answer | undefined {
  if (folder === undefined) return undefined
  const found = statSync(folder, { throwIfNoEntry: false })
  if (found?.isDirectory() && statSync(`${folder}/national`, { throwIfNoEntry: false })?.isDirectory()) return undefined
  return badInput(
    {
      zh: `“${folder}”不是事项目录：应是文件夹，里面有 national/、districts/、calendars/。`,
      en: `"${folder}" is no catalogue: it must be a folder with national/, districts/ and calendars/ in it.`,
    },
    lang,
  )
}

/** Each fault on a line of its own, then how many there are. */
export const faultLines = (faults: readonly Fault[], lang: Lang): string =>
  faults.map((fault) => `${faultLine(fault, lang)}\n`).join('')

const faulty = (faults: readonly Fault[], lang: Lang): Answer => ({
  exit: 2,
  err:
    faultLines(faults, lang) +
    (lang === 'zh'
      ? `事项目录有 ${faults.length} 处错误，不能据此排方案；改好后再试。\n`
      : `The catalogue has ${faults.length} fault${faults.length === 1 ? '' : 's'}; nothing can be planned on it until they are mended.\n`),
})
