import type { District } from './district.ts'
import type { Desk } from './districtDesk.ts'
import type { Matter } from './matter.ts'

type Promised = District['promises'][number]
type Window = { readonly from?: string | undefined; readonly until?: string | undefined }

/** A promise names a matter and a variant that exist, is not longer than the law allows, and stands alone in its time. */
export function checkPromises({ catalogue, district, tell, leads }: Desk) {
  const matters = new Map(catalogue.matters.map((m) => [m.id, m]))
  district.promises.forEach((p, i) => {
    leads(['promises', i, 'matter'], 'matter', p.matter, [...matters.keys()])
    const matter = matters.get(p.matter)
    if (!matter) return
    const variants = (matter.variants ?? []).map((v) => v.id)
    if (p.variant !== undefined) leads(['promises', i, 'variant'], 'variant', p.variant, variants)
    const most = allowed(matter, p)
    if (p.value > most)
      tell(
        ['promises', i, 'value'],
        `${p.matter} 承诺 ${p.value} 日，长于法定 ${most} 日`,
        `${p.matter} promises ${p.value} days, longer than the ${most} of the law`,
      )
    if ((p.from ?? '') > (p.until ?? EVER))
      tell(['promises', i, 'until'], `${p.matter} 承诺的起止日颠倒`, `the promise of ${p.matter} ends before it begins`)
    if (district.promises.slice(0, i).some((o) => o.matter === p.matter && o.variant === p.variant && overlap(o, p)))
      tell(
        ['promises', i],
        `${p.matter} 同一时期有两个承诺时限`,
        `${p.matter} has two promised limits at the same time`,
      )
  })
}

const EVER = '9999-12-31'

const overlap = (a: Window, b: Window): boolean =>
  (a.from ?? '') <= (b.until ?? EVER) && (b.from ?? '') <= (a.until ?? EVER)

/**
 * The shortest limit of the law on a decision that the promise covers, in its own days; no bound where the two do not compare.
 * So many working days are never fewer than as many days, but days may be fewer than as many working days.
 */
function allowed(matter: Matter, promise: Promised): number {
  const bounds = matter.limits
    .filter(
      (l) =>
        (l.ends ?? 'decision') === 'decision' &&
        (l.who ?? 'agency') === 'agency' &&
        (l.variant === undefined || promise.variant === undefined || l.variant === promise.variant) &&
        overlap(l.inForce ?? {}, promise),
    )
    .map((l) => {
      const limit = l.kind === 'general' ? GENERAL : l
      if (limit.kind !== 'days') return Number.POSITIVE_INFINITY
      const comparable =
        limit.unitApplied === promise.unitApplied || (limit.unitApplied === 'day' && promise.unitApplied === 'workday')
      return comparable ? limit.value : Number.POSITIVE_INFINITY
    })
  return Math.min(...bounds)
}

/** 行政许可法 42(1). */
const GENERAL = { kind: 'days', value: 20, unitApplied: 'workday' } as const
