import type { Text } from '../words.ts'
import type { Construction, Level, ListKind, Stage } from './projectRow.ts'

/** A word of a drop-down, and what else offices write for it. */
type Word = Text & { readonly also: readonly string[] }
export type Choice = Readonly<Record<string, Word>>

export const levels: Readonly<Record<Level, Word>> = {
  province: { zh: '省重大', en: 'Province', also: ['省', '省级', '省级重大', '省重大项目'] },
  city: { zh: '市重大', en: 'City', also: ['市', '市级', '市级重大', '市重大项目', '市重点'] },
  district: { zh: '区重大', en: 'District', also: ['区', '区级', '区级重大', '区重大项目', '区重点'] },
  none: { zh: '未列入', en: 'Not listed', also: ['无', '非重大', '其他'] },
}

export const listKinds: Readonly<Record<ListKind, Word>> = {
  implementation: { zh: '实施', en: 'Implementation', also: ['实施类', '实施项目'] },
  reserve: { zh: '储备', en: 'Reserve', also: ['储备类', '储备项目', '前期'] },
}

export const constructions: Readonly<Record<Construction, Word>> = {
  new: { zh: '新建', en: 'New', also: ['新开工', '新开工项目'] },
  continued: { zh: '续建', en: 'Continued', also: ['结转', '续建项目'] },
}

export const stages: Readonly<Record<Stage, Word>> = {
  planned: { zh: '谋划', en: 'Planned', also: ['谋划中'] },
  signed: { zh: '签约', en: 'Signed', also: ['已签约'] },
  reserve: { zh: '储备', en: 'Reserve', also: [] },
  early: { zh: '前期', en: 'Preliminary work', also: ['前期工作', '前期手续'] },
  started: { zh: '开工', en: 'Started', also: ['已开工', '新开工'] },
  building: { zh: '在建', en: 'Under construction', also: ['建设中', '施工中'] },
  completed: { zh: '竣工', en: 'Completed', also: ['已竣工'] },
  producing: { zh: '投产', en: 'In production', also: ['已投产'] },
  fullOutput: { zh: '达产', en: 'Full output', also: ['已达产', '满产'] },
  suspended: { zh: '暂停', en: 'Suspended', also: ['停工', '暂缓'] },
  withdrawn: { zh: '退库', en: 'Withdrawn', also: ['已退库', '调出'] },
}

export const yesNo: Readonly<Record<'yes' | 'no', Word>> = {
  yes: { zh: '是', en: 'Yes', also: ['√', '✓', 'Y', 'TRUE'] },
  no: { zh: '否', en: 'No', also: ['×', '✗', 'N', 'FALSE'] },
}

/** The value that a word stands for, in either language; undefined for a word that is not known. */
export function choiceOf(choice: Choice, written: string): string | undefined {
  const word = written.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase()
  const meant = (known: string) => known.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase() === word
  return Object.entries(choice).find(([, { zh, en, also }]) => [zh, en, ...also].some(meant))?.[0]
}
