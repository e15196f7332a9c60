import type { Change, Touched } from '@kaigong/planner'
import type { Lang, Text } from '../terminal/say.ts'
import type { World } from '../terminal/world.ts'
import { hanging } from '../terminal/wrap.ts'

const kinds: Readonly<Record<Change['kind'], Text>> = {
  verdict: { zh: '结论', en: 'verdict' },
  matter: { zh: '事项', en: 'matter' },
  track: { zh: '办理方式', en: 'track' },
  limit: { zh: '时限', en: 'limit' },
  law: { zh: '依据', en: 'law' },
  certificate: { zh: '发证', en: 'certificate' },
  construction: { zh: '开工', en: 'construction start' },
  production: { zh: '投产', en: 'production' },
}

/** How many of the projects are touched, then each with what was and what is to be. */
export function touchedLines(
  touched: readonly Touched[],
  all: number,
  lang: Lang,
  { paint, columns }: Pick<World, 'paint' | 'columns'>,
): readonly string[] {
  const none = lang === 'zh' ? '无' : 'none'
  return [
    lang === 'zh' ? `${all} 个项目中 ${touched.length} 个的方案有变。` : `${touched.length} of ${all} plans change.`,
    ...touched.flatMap(({ project, changes }) => [
      '',
      paint('strong', project[lang]),
      ...changes.flatMap(({ kind, id, name, before, after }) => [
        ...hanging(
          '~ ',
          kind === 'verdict' ? kinds.verdict[lang] : `${kinds[kind][lang]} ${id} ${name[lang]}`,
          columns,
        ),
        ...hanging('    ', before?.[lang] ?? none, columns),
        ...hanging('  → ', after?.[lang] ?? none, columns),
      ]),
    ]),
  ]
}
