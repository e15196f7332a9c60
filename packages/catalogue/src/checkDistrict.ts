import type { Catalogue } from './catalogue.ts'
import { findCircle, nationalArcs } from './checkEdges.ts'
import type { District } from './district.ts'
import { nearest } from './nearest.ts'
import type { Path } from './place.ts'
import type { Say } from './say.ts'

/** The file of a district's folder in which a key stands. */
export type FileOfKey = (key: keyof District) => string

/** What a district says of itself: that it points at agencies and matters that exist and contradicts neither itself nor the law. */
export function checkDistrict(
  catalogue: Catalogue,
  district: District,
  fileOf: FileOfKey,
  matterFiles: ReadonlyMap<string, string>,
  say: Say,
) {
  const at = (key: keyof District, rest: Path, zh: string, en: string) => say(fileOf(key), [key, ...rest], zh, en)
  const agencies = district.agencies.map((a) => a.id)
  const known = (key: keyof District, rest: Path, id: string, ids: readonly string[], zh: string, en: string) => {
    if (ids.includes(id)) return
    const near = nearest(id, ids)
    at(
      key,
      rest,
      `${zh}“${id}”不存在${near ? `，是否想写 ${near}？` : ''}`,
      `${en} "${id}" does not exist${near ? `; did you mean ${near}?` : ''}`,
    )
  }
  const matters = [...matterFiles.keys()]
  const isAgency = (key: keyof District, rest: Path, id: string) => known(key, rest, id, agencies, '部门', 'agency')
  const isMatter = (key: keyof District, rest: Path, id: string) => known(key, rest, id, matters, '事项', 'matter')

  agencies.forEach((id, i) => {
    if (agencies.indexOf(id) !== i) at('agencies', [i, 'id'], `部门编号“${id}”重复`, `agency id "${id}" stands twice`)
  })
  for (const [authority, agency] of Object.entries(district.authorities)) {
    known(
      'authorities',
      [authority],
      authority,
      catalogue.authorities.map((a) => a.id),
      '主管',
      'authority',
    )
    isAgency('authorities', [authority], agency)
  }
  const used = new Set(
    catalogue.matters.flatMap((m) => [m.authority, ...(m.variants ?? []).flatMap((v) => v.authority ?? [])]),
  )
  for (const authority of used) {
    if (!district.authorities[authority])
      at(
        'authorities',
        [],
        `主管“${authority}”没有对应的本区部门`,
        `authority "${authority}" has no agency in this district`,
      )
  }
  district.handlers.forEach((h, i) => {
    isMatter('handlers', [i, 'matter'], h.matter)
    isAgency('handlers', [i, 'agency'], h.agency)
    if (district.handlers.findIndex((o) => o.matter === h.matter) !== i) {
      at('handlers', [i], `${h.matter} 的承办部门写了两次`, `the handler of ${h.matter} stands twice`)
    }
  })
  district.capacities.forEach((c, i) => isAgency('capacities', [i, 'agency'], c.agency))
  checkPromises(catalogue, district, isMatter, at)
  checkToleranceOverride(catalogue, district, isMatter, at)
  district.gateAt.forEach((g, i) => isMatter('gateAt', [i, 'matter'], g.matter))
  district.regionalAssessments.forEach((a, i) => {
    known(
      'regionalAssessments',
      [i, 'type'],
      a.type,
      catalogue.assessments.map((t) => t.id),
      '区域评估类型',
      'assessment type',
    )
    if (a.validFrom > a.validTo)
      at('regionalAssessments', [i], `${a.id} 的有效期首尾颠倒`, `${a.id} ends before it begins`)
  })
  checkOwnEdges(catalogue, district, isMatter, at)
}

type IsMatter = (key: keyof District, rest: Path, id: string) => void
type At = (key: keyof District, rest: Path, zh: string, en: string) => void

/** A promise must name a variant that exists, not be longer than the law allows, and not overlap another. */
function checkPromises(catalogue: Catalogue, district: District, isMatter: IsMatter, at: At) {
  district.promises.forEach((p, i) => {
    isMatter('promises', [i, 'matter'], p.matter)
    const matter = catalogue.matters.find((m) => m.id === p.matter)
    if (!matter) return
    if (p.variant !== undefined && !matter.variants?.some((v) => v.id === p.variant)) {
      at('promises', [i, 'variant'], `${p.matter} 没有情形“${p.variant}”`, `${p.matter} has no variant "${p.variant}"`)
    }
    const statutory = matter.limits.find((l) => l.variant === undefined || l.variant === p.variant)
    const most =
      statutory?.kind === 'general'
        ? 20
        : statutory?.kind === 'days' && statutory.unitApplied === p.unitApplied
          ? statutory.value
          : undefined
    if (most !== undefined && p.value > most) {
      at(
        'promises',
        [i, 'value'],
        `${p.matter} 承诺 ${p.value} 日，长于法定 ${most} 日`,
        `${p.matter} promises ${p.value} days, longer than the ${most} of the law`,
      )
    }
    district.promises.slice(0, i).forEach((o) => {
      const same = o.matter === p.matter && o.variant === p.variant
      if (same && (p.from ?? '') <= (o.until ?? '9999') && (o.from ?? '') <= (p.until ?? '9999')) {
        at(
          'promises',
          [i],
          `${p.matter} 同一时期有两个承诺时限`,
          `${p.matter} has two promised limits at the same time`,
        )
      }
    })
  })
}

function checkToleranceOverride(catalogue: Catalogue, district: District, isMatter: IsMatter, at: At) {
  const { deferrable, notDeferrable } = district.tolerance
  const check = (list: typeof deferrable, key: 'deferrable' | 'notDeferrable') => {
    list.forEach((d, i) => {
      isMatter('tolerance', [key, i, 'matter'], d.matter)
      const matter = catalogue.matters.find((m) => m.id === d.matter)
      const material = matter?.materials.find((m) => m.id === d.material)
      if (matter && !material)
        at(
          'tolerance',
          [key, i, 'material'],
          `${d.matter} 没有材料“${d.material}”`,
          `${d.matter} has no material "${d.material}"`,
        )
      const never = catalogue.tolerance.neverDeferrable.find(
        (n) => n.issuedBy === material?.issuedBy && n.for.includes(d.matter),
      )
      if (key === 'deferrable' && never) {
        at(
          'tolerance',
          [key, i],
          `${d.material} 不可容缺：${never.says.zh}`,
          `${d.material} can never be deferred: ${never.says.en}`,
        )
      }
    })
  }
  check(deferrable, 'deferrable')
  check(notDeferrable, 'notDeferrable')
  notDeferrable.forEach((n, i) => {
    if (deferrable.some((d) => d.matter === n.matter && d.material === n.material)) {
      at(
        'tolerance',
        ['notDeferrable', i],
        `${n.material} 同时列为可容缺与不可容缺`,
        `${n.material} is listed both as deferrable and not`,
      )
    }
  })
}

/** Edges that hold only here must not run against the national order. */
function checkOwnEdges(catalogue: Catalogue, district: District, isMatter: IsMatter, at: At) {
  const own = district.edges ?? []
  own.forEach((e, i) => {
    isMatter('edges', [i, 'from'], e.from)
    isMatter('edges', [i, 'to'], e.to)
    const arc = { from: e.from, fromPoint: 'issued', to: e.to, toPoint: 'submitted', edge: i } as const
    const circle = findCircle(catalogue.matters, [...nationalArcs(catalogue), arc])
    if (circle)
      at(
        'edges',
        [i],
        `本区的先后关系 ${e.from} → ${e.to} 与全国目录成环：${circle.trail}`,
        `the district's order ${e.from} → ${e.to} makes a circle with the national one: ${circle.trail}`,
      )
  })
}
