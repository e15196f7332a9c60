import { type Citation, cite, type Text } from '@kaigong/catalogue'
import { isoOf, momentOf, type Tick } from './clock.ts'
import type { Occurrence, Reading, Standing } from './reading.ts'

/** A matter with its place, as a reader knows it: 建筑工程施工许可证（C07，4.1）. */
export function matterName({ matter, scope }: Pick<Standing, 'matter' | 'scope'>): Text {
  const where = scope.id === '' ? { zh: '', en: '' } : { zh: `，${scope.id}`, en: `, ${scope.id}` }
  return {
    zh: `${matter.name.zh}（${matter.id}${where.zh}）`,
    en: `${matter.name.en} (${matter.id}${where.en})`,
  }
}

/** A moment as a reader knows it: 2022-09-09 09:00. */
export const when = (tick: Tick): string =>
  Number.isFinite(tick) ? momentOf(tick).slice(0, 16).replace('T', ' ') : isoOf(tick)

type Statement = Parameters<typeof cite>[1]

/** The article that a statement of the catalogue rests on, in the version of a matter's day of acceptance. */
export const basisOf = (
  { laws }: Reading,
  statement: Statement,
  { acceptedOn }: Pick<Occurrence, 'acceptedOn'>,
): Citation => cite(laws, statement, acceptedOn)
