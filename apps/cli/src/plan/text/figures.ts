import { figure } from '../../terminal/days.ts'
import type { Lines, View } from './view.ts'
import type { Word } from './words.ts'

const owners: Readonly<Record<View['plan']['split'][number]['owner'], Word>> = {
  government: 'government',
  land: 'landOwner',
  intermediary: 'intermediary',
  utility: 'utility',
  enterprise: 'enterprise',
}

/** Working time by whose it is, and the count of days that provinces publish. */
export function split({ plan, word, say, table, paragraph, paint }: View): Lines {
  const { text, workdays } = plan.countedDays
  return [
    ...table(
      [
        { head: word('owner') },
        { head: word('steps'), align: 'right', rigid: true },
        { head: word('splitDays'), align: 'right', rigid: true },
        { head: word('splitCritical'), align: 'right', rigid: true },
      ],
      plan.split.map((own) => [
        word(owners[own.owner]),
        String(own.activities),
        figure(own.workdays),
        figure(own.onCriticalChain),
      ]),
    ),
    ...paragraph(word('splitNote')).map((line) => paint('quiet', line)),
    ...paragraph(`${say(text)}${word('colon')}${word('workdays', { n: figure(workdays) })}`),
  ]
}

/** The standard procedure beside this plan: dates, days, matters, materials, visits. */
export function comparison({ plan, word, table }: View): Lines {
  if (plan.comparison === null) return []
  const { standard, accelerated } = plan.comparison
  const count = (n: number | null) => (n === null ? '—' : figure(n))
  const counts: readonly (readonly [Word, number | null, number | null])[] = [
    ['workdaysToStart', standard.workdaysToStart, accelerated.workdaysToStart],
    ['workdaysFromLand', standard.workdaysFromLandToPermit, accelerated.workdaysFromLandToPermit],
    ['matterCount', standard.matters, accelerated.matters],
    ['materialCount', standard.materials, accelerated.materials],
    ['visitCount', standard.visits, accelerated.visits],
  ]
  return table(
    [
      { head: word('measure') },
      { head: word('standardPlan'), align: 'right', rigid: true },
      { head: word('thisPlan'), align: 'right', rigid: true },
      { head: word('saved'), align: 'right', rigid: true },
    ],
    [
      [word('constructionStart'), standard.constructionStart ?? '—', accelerated.constructionStart ?? '—', ''],
      [word('production'), standard.production ?? '—', accelerated.production ?? '—', ''],
      ...counts.map(([name, before, now]) => [
        word(name),
        count(before),
        count(now),
        before === null || now === null ? '' : figure(before - now),
      ]),
    ],
  )
}
