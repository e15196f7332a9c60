import type { Catalogue } from './catalogue.ts'
import { checkPromises } from './checkPromises.ts'
import type { District } from './district.ts'
import type { Path } from './place.ts'
import { findCircle, nationalArcs } from './pointCircle.ts'
import type { Say } from './say.ts'
import { checkId, type KindOfId } from './unknownId.ts'

/** The file of a district's folder in which a key stands. */
export type FileOfKey = (key: keyof District) => string

/** What a district says of itself: that it points at agencies and matters that exist and contradicts neither itself nor the law. */
export function checkDistrict(catalogue: Catalogue, district: District, fileOf: FileOfKey, say: Say) {
  const desk: Desk = {
    catalogue,
    district,
    tell: ([key, ...rest], zh, en) => say(fileOf(key), [key, ...rest], zh, en),
    leads: ([key, ...rest], kind, id, known) => checkId(say, fileOf(key), [key, ...rest], kind, id, known),
  }
  checkAgencies(desk)
  checkPromises(desk)
  checkToleranceList(desk)
  checkAssessments(desk)
  checkOwnOrder(desk)
}

/** A district on the table: the first key of a path says in which of its files a fault lies. */
export type Desk = {
  readonly catalogue: Catalogue
  readonly district: District
  readonly tell: (path: readonly [keyof District, ...Path], zh: string, en: string) => void
  readonly leads: (
    path: readonly [keyof District, ...Path],
    kind: KindOfId,
    id: string,
    known: readonly string[],
  ) => void
}

function checkAgencies({ catalogue, district, tell, leads }: Desk) {
  const agencies = district.agencies.map((a) => a.id)
  const authorities = catalogue.authorities.map((a) => a.id)
  const matters = catalogue.matters.map((m) => m.id)
  for (const [authority, agency] of Object.entries(district.authorities)) {
    leads(['authorities', authority], 'authority', authority, authorities)
    leads(['authorities', authority], 'agency', agency, agencies)
  }
  const used = new Set(
    catalogue.matters.flatMap((m) => [m.authority, ...(m.variants ?? []).flatMap((v) => v.authority ?? [])]),
  )
  for (const authority of used) {
    if (!Object.hasOwn(district.authorities, authority))
      tell(
        ['authorities'],
        `主管“${authority}”没有对应的本区部门`,
        `authority "${authority}" has no agency in this district`,
      )
  }
  district.handlers.forEach((h, i) => {
    leads(['handlers', i, 'matter'], 'matter', h.matter, matters)
    leads(['handlers', i, 'agency'], 'agency', h.agency, agencies)
    if (district.handlers.findIndex((o) => o.matter === h.matter) !== i)
      tell(['handlers', i], `${h.matter} 的承办部门写了两次`, `the handler of ${h.matter} stands twice`)
  })
  district.capacities.forEach((c, i) => {
    leads(['capacities', i, 'agency'], 'agency', c.agency, agencies)
    if (district.capacities.findIndex((o) => o.agency === c.agency && o.from === c.from) !== i)
      tell(['capacities', i], `${c.agency} 同一日起有两个审查能力`, `${c.agency} has two capacities from the same day`)
  })
}

/** Materials that may follow here: known ones, not both ways, and never what the law makes a condition of issue. */
function checkToleranceList({ catalogue, district, tell, leads }: Desk) {
  const { deferrable, notDeferrable } = district.tolerance
  const ids = catalogue.matters.map((m) => m.id)
  const check = (key: 'deferrable' | 'notDeferrable') =>
    district.tolerance[key].forEach((d, i) => {
      const matter = catalogue.matters.find((m) => m.id === d.matter)
      leads(['tolerance', key, i, 'matter'], 'matter', d.matter, ids)
      if (matter) {
        const materials = matter.materials.map((m) => m.id)
        leads(['tolerance', key, i, 'material'], 'material', d.material, materials)
      }
    })
  check('deferrable')
  check('notDeferrable')
  deferrable.forEach((d, i) => {
    const material = catalogue.matters.find((m) => m.id === d.matter)?.materials.find((m) => m.id === d.material)
    const never = catalogue.tolerance.neverDeferrable.find(
      (n) => n.issuedBy === material?.issuedBy && n.for.includes(d.matter),
    )
    if (never)
      tell(
        ['tolerance', 'deferrable', i],
        `${d.material} 不可容缺：${never.says.zh}`,
        `${d.material} can never be deferred: ${never.says.en}`,
      )
  })
  notDeferrable.forEach((n, i) => {
    if (deferrable.some((d) => d.matter === n.matter && d.material === n.material))
      tell(
        ['tolerance', 'notDeferrable', i],
        `${n.material} 同时列为可容缺与不可容缺`,
        `${n.material} is listed both as deferrable and not`,
      )
  })
}

function checkAssessments({ catalogue, district, tell, leads }: Desk) {
  const types = catalogue.assessments.map((t) => t.id)
  district.regionalAssessments.forEach((a, i) => {
    leads(['regionalAssessments', i, 'type'], 'assessmentType', a.type, types)
    if (a.validFrom > a.validTo)
      tell(['regionalAssessments', i], `${a.id} 的有效期首尾颠倒`, `${a.id} ends before it begins`)
  })
}

/** What comes before what only here, edges and gates that stand before the permit, must not run against the national order. */
function checkOwnOrder({ catalogue, district, tell, leads }: Desk) {
  const matters = catalogue.matters.map((m) => m.id)
  const gates = district.gateAt.map((g, i) => ({
    from: g.matter,
    to: 'C07',
    key: 'gateAt' as const,
    i,
    adds: g.gate === 'C07',
  }))
  const edges = (district.edges ?? []).map((e, i) => ({ from: e.from, to: e.to, key: 'edges' as const, i, adds: true }))
  const order = [...nationalArcs(catalogue)]
  for (const { from, to, key, i, adds } of [...gates, ...edges]) {
    leads([key, i, key === 'gateAt' ? 'matter' : 'from'], 'matter', from, matters)
    leads([key, i, 'to'], 'matter', to, matters)
    if (!adds) continue
    const arc = { from, fromPoint: 'issued', to, toPoint: 'submitted', file: key, path: [key, i] } as const
    const circle = findCircle(catalogue.matters, [...order, arc])
    // One that makes a circle is not kept, so that those after it are not blamed for it.
    if (!circle) order.push(arc)
    else
      tell(
        [key, i],
        `本区的先后关系 ${from} → ${to} 与其他先后关系成环：${circle.trail}`,
        `the district's order ${from} → ${to} makes a circle with the rest: ${circle.trail}`,
      )
  }
}
