import type { PromisedMatter, Text } from '@kaigong/contract'
import type { Plan, PlanMatter } from '@kaigong/planner'

/**
 * What each agency promises by countersigning a plan: its matters that are not done, each by the day on which the result is out.
 * What the company does itself and what intermediaries and utilities deliver by contract is planned, but no agency's to promise.
 */
export function promisedBy({ matters, activities }: Plan): ReadonlyMap<string, readonly PromisedMatter[]> {
  const official = new Set(
    activities.flatMap(({ occurrence, agency, owner }) =>
      agency !== null && (owner === 'government' || owner === 'land') ? [`${occurrence} ${agency}`] : [],
    ),
  )
  const promised = matters.flatMap(({ id, matter, name, agency, done, issued, decided, limit: { planned } }) => {
    const by = (issued ?? decided)?.slice(0, 10)
    return agency === null || done || by === undefined || !official.has(`${id} ${agency}`)
      ? []
      : [{ agency, promise: { occurrence: id, matter, name, limit: planned && limitOf(planned), by } }]
  })
  return new Map(
    [...Map.groupBy(promised, ({ agency }) => agency)].map(([agency, list]) => [agency, list.map((p) => p.promise)]),
  )
}

const units = {
  hour: { zh: '小时', en: 'hour' },
  workday: { zh: '个工作日', en: 'working day' },
  day: { zh: '日', en: 'day' },
  month: { zh: '个月', en: 'month' },
  year: { zh: '年', en: 'year' },
} as const

function limitOf({ value, unitApplied }: NonNullable<PlanMatter['limit']['planned']>): Text {
  const { zh, en } = units[unitApplied]
  return { zh: `${value} ${zh}`, en: `${value} ${en}${value === 1 ? '' : 's'}` }
}
