import { nearest } from './nearest.ts'
import type { Path } from './place.ts'
import type { Say } from './say.ts'
import type { Text } from './source.ts'

const kinds = {
  agency: { zh: '部门', en: 'agency' },
  assessmentType: { zh: '区域评估类型', en: 'kind of regional assessment' },
  authority: { zh: '主管', en: 'authority' },
  fact: { zh: '项目属性', en: 'fact' },
  law: { zh: '法规', en: 'law' },
  material: { zh: '材料', en: 'material' },
  matter: { zh: '事项', en: 'matter' },
  procedure: { zh: '特别程序', en: 'special procedure' },
  step: { zh: '环节', en: 'step' },
  variant: { zh: '情形', en: 'variant' },
} as const
export type KindOfId = keyof typeof kinds

/** What to say of an id that is none of the known ones, with the one that was probably meant. */
export function unknownId(kind: KindOfId, id: string, known: readonly string[]): Text {
  const { zh, en } = kinds[kind]
  const near = nearest(id, known)
  return {
    zh: `${zh}“${id}”不存在${near ? `，是否想写 ${near}？` : ''}`,
    en: `${en} "${id}" does not exist${near ? `; did you mean ${near}?` : ''}`,
  }
}

/** Tells of an id of a catalogue file that leads nowhere. */
export function checkId(say: Say, file: string, at: Path, kind: KindOfId, id: string, known: readonly string[]) {
  if (known.includes(id)) return
  const { zh, en } = unknownId(kind, id, known)
  say(file, at, zh, en)
}
