import { countWorkdays, type Day, day, isoDate } from '@kaigong/calendar'
import type { LandComparison } from '@kaigong/contract'
import { isoOrNull } from '../cases/clockView.ts'
import { lawOf } from '../cases/law.ts'
import type { Tx } from '../platform/database/transaction.ts'
import { formsOf, issuedOn, plannedOf, type Standing } from './standing.ts'
import '../plans/tables.ts'

const PERMITS = ['C07', 'C07p']

/**
 * After the land: working days from it to each certificate, beside what the plan had, what the agency promised by countersigning, and what the
 * law would have allowed one after the other. Of a permit in phases the first one counts (domain 2.8). null while there is nothing to compare.
 */
export async function comparisonOf(tx: Tx, standing: Standing, landOn: Day | null): Promise<LandComparison | null> {
  if (landOn === null) return null
  const { ground, plan, district, project } = standing
  const promises = await tx
    .selectFrom('promise')
    .where('district_code', '=', district)
    .where('project_id', '=', project)
    .select(['occurrence', 'promised_on'])
    .execute()
  const workdays = (on: Day) => countWorkdays(ground.calendar, landOn, on)
  const matters = ground.catalogue.landDay.certificates.flatMap((certificate) => {
    const first = formsOf(standing, certificate).toSorted(
      (a, b) => (issuedOn(standing, a) ?? 1e9) - (issuedOn(standing, b) ?? 1e9),
    )[0]
    return first === undefined ? [] : [first]
  })
  const rows = matters.flatMap((matter) => {
    const planned = plannedOf(standing, matter)
    if (!planned) return []
    const issued = issuedOn(standing, matter)
    const inPlan = plan?.certificates.find((c) => c.matter === matter)
    const promisedOn = promises.find(({ occurrence }) => occurrence === planned.id)?.promised_on ?? null
    const terms = lawOf(ground, matter, planned.variant?.id ?? null)?.termsOn(landOn)
    return [
      {
        matter,
        name: planned.result ?? planned.name,
        issuedOn: isoOrNull(issued),
        workdays: issued === null ? null : workdays(issued),
        planned: inPlan?.workdaysFromLand ?? null,
        plannedOn: inPlan?.date ?? null,
        promisedOn,
        kept: issued === null || promisedOn === null ? null : isoDate(issued) <= promisedOn,
        statutory: inWorkdays(terms?.decision ?? null),
        promised: inWorkdays(terms?.promise ?? null),
      },
    ]
  })
  if (rows.every((row) => row.issuedOn === null)) return null
  const permit = rows.find(({ matter, issuedOn: on }) => PERMITS.includes(matter) && on !== null)
  const permitOn = permit?.issuedOn ? day(permit.issuedOn) : null
  return {
    firstPermit:
      permit && permitOn !== null
        ? { on: isoDate(permitOn), days: permitOn - landOn, workdays: workdays(permitOn), planned: permit.planned }
        : null,
    statutorySum: sum(rows.map(({ statutory }) => statutory)),
    promisedSum: sum(rows.map(({ promised, statutory }) => promised ?? statutory)),
    rows,
  }
}

/** Limits in working days only: a sum of several kinds of days would say nothing. */
const inWorkdays = (limit: { readonly value: number; readonly unitApplied: string } | null): number | null =>
  limit?.unitApplied === 'workday' ? limit.value : null

const sum = (values: readonly (number | null)[]): number =>
  Math.round(values.reduce<number>((total, value) => total + (value ?? 0), 0) * 10) / 10
