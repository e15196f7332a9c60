import type { District } from './district.ts'
import type { Desk } from './districtDesk.ts'
import type { Path } from './place.ts'
import { findCircle, nationalArcs } from './pointCircle.ts'

type Own = { readonly from: string; readonly to: string; readonly path: readonly [keyof District, ...Path] }

/** What comes before what only here, by edges or by gates that stand before the permit, must not run against the national order. */
export function checkOwnOrder({ catalogue, district, tell, leads }: Desk) {
  const matters = catalogue.matters.map((m) => m.id)
  district.gateAt.forEach((g, i) => leads(['gateAt', i, 'matter'], 'matter', g.matter, matters))
  district.edges?.forEach((e, i) => {
    leads(['edges', i, 'from'], 'matter', e.from, matters)
    leads(['edges', i, 'to'], 'matter', e.to, matters)
  })
  const own: readonly Own[] = [
    ...district.gateAt.flatMap((g, i): Own[] =>
      g.gate === 'C07' ? [{ from: g.matter, to: 'C07', path: ['gateAt', i] }] : [],
    ),
    ...(district.edges ?? []).map(({ from, to }, i): Own => ({ from, to, path: ['edges', i] })),
  ]
  const order = [...nationalArcs(catalogue)]
  for (const { from, to, path } of own) {
    const arc = { from, fromPoint: 'issued', to, toPoint: 'submitted', file: path[0], path } as const
    const circle = findCircle(catalogue.matters, [...order, arc])
    // One that makes a circle is not kept, so that those after it are not blamed for it.
    if (!circle) order.push(arc)
    else
      tell(
        path,
        `本区的先后关系 ${from} → ${to} 与其他先后关系成环：${circle.trail}`,
        `the district's order ${from} → ${to} makes a circle with the rest: ${circle.trail}`,
      )
  }
}
