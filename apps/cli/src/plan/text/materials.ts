import type { PlanMatter } from '@kaigong/planner'
import type { Lines, View } from './view.ts'
import type { Word } from './words.ts'

type Material = PlanMatter['materials'][number]
type Needed = { readonly day: string; readonly matter: PlanMatter; readonly material: Material }

/** Everything that anybody outside the offices still has to hand in, day by day, under the matter that it is for. */
export const materialsToBring = ({ plan }: View): readonly Needed[] =>
  plan.matters
    .filter(({ done }) => !done)
    .flatMap((matter) =>
      matter.materials
        .filter(({ shared }) => !shared)
        .map((material) => ({ day: material.neededBy, matter, material })),
    )

export function materials(view: View): Lines {
  const { word, say, day, paint, paragraph, plan } = view
  const shared = plan.matters
    .filter(({ done }) => !done)
    .reduce((sum, matter) => sum + matter.materials.filter((m) => m.shared).length, 0)
  const days = Map.groupBy(
    materialsToBring(view).toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)),
    (needed) => needed.day,
  )
  return [
    ...paragraph(word('materialsNote', { n: shared })).map((line) => paint('quiet', line)),
    ...[...days].flatMap(([date, needed]) => [
      paint('strong', day(date)),
      ...[...Map.groupBy(needed, ({ matter }) => matter)].flatMap(([matter, own]) =>
        paragraph(
          `${matter.id} ${say(matter.name)}${word('colon')}${own.map(({ material }) => written(view, material)).join(word('semicolon'))}`,
          '  ',
        ),
      ),
    ]),
  ]
}

const makers: Readonly<Record<string, Word>> = {
  designer: 'designer',
  intermediary: 'intermediary',
  contractor: 'contractor',
  government: 'government',
  utility: 'utility',
}

/** `★ 节能报告（中介）`: who makes it stands there where it is not the company. */
function written({ word, say, aside }: View, { necessity, name, from }: Material): string {
  const maker = makers[from]
  return `${necessity === 'essential' ? '★' : '△'} ${say(name)}${maker === undefined ? '' : aside(word(maker))}`
}
