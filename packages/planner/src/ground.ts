import { type Day, day, firstDay, isoDate, type WorkCalendar, weeklyCalendar, workCalendar } from '@kaigong/calendar'
import {
  type AssessmentType,
  type Catalogue,
  type Citation,
  type Confidence,
  cite,
  type District,
  type FactDefinition,
  type Law,
  type Matter,
  type Source,
  type Week,
} from '@kaigong/catalogue'
import { type Axis, axisOf } from './axis.ts'
import { changesOfLaw } from './changesOfLaw.ts'
import { landBoundMatters } from './landBound.ts'

export type Statement = { readonly source: Source | readonly Source[]; readonly confidence: Confidence }

/**
 * What every plan of a district stands on, prepared once: the catalogue with its indexes, the district, the working calendar
 * and the time axes that were needed so far.
 */
export type Ground = {
  readonly catalogue: Catalogue
  readonly district: District
  readonly calendar: WorkCalendar
  readonly matters: ReadonlyMap<string, Matter>
  readonly laws: ReadonlyMap<string, Law>
  readonly facts: ReadonlyMap<string, FactDefinition>
  readonly assessments: ReadonlyMap<string, AssessmentType>
  /** Matters that hang on the land transaction: their formal decision cannot come before it. */
  readonly landBound: ReadonlySet<string>
  /** Days on which some law, limit, promise or assessment changes. */
  readonly changesOfLaw: readonly string[]
  /** A statement's source as it read on a day; citations recur in every plan, so that each is put into words once for each state of the law. */
  readonly cite: (statement: Statement, day: string) => Citation
  /** The axis for plans whose first day, of what is done or may begin, is `from` and which look ahead from `asOf`. */
  readonly axis: (from: Day, asOf: Day) => Axis
}

const EVERY_DAY = { weekdays: [1, 2, 3, 4, 5, 6, 7], holidaysOff: false } as const

/** The ground of one district; undefined if the catalogue does not know it. */
export function prepare(catalogue: Catalogue, districtCode: string): Ground | undefined {
  const district = catalogue.districts.find((d) => d.code === districtCode)
  if (!district) return undefined
  const calendar = workCalendar(catalogue.calendars)
  const { design, site } = district.weeks
  const weeks: Record<Week, WorkCalendar> = {
    office: calendar,
    design: weeklyCalendar(catalogue.calendars, design),
    site: weeklyCalendar(catalogue.calendars, site),
    everyday: weeklyCalendar(catalogue.calendars, EVERY_DAY),
  }
  const laws = byId(catalogue.laws)
  const changes = changesOfLaw(catalogue)
  const axes = new Map<string, Axis>()
  return {
    catalogue,
    district,
    calendar,
    matters: byId(catalogue.matters),
    laws,
    facts: byId(catalogue.facts),
    assessments: byId(catalogue.assessments),
    landBound: landBoundMatters(catalogue),
    changesOfLaw: changes,
    cite: citing(laws, changes),
    axis: (from, asOf) => {
      const year = isoDate(Math.max(from, firstDay(calendar)) as Day).slice(0, 4)
      const key = `${year} ${isoDate(asOf).slice(0, 4)}`
      const axis = axes.get(key) ?? axisOf(weeks, district, day(`${year}-01-01`), asOf)
      axes.set(key, axis)
      return axis
    },
  }
}

const byId = <T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> =>
  new Map(list.map((x) => [x.id, x]))

function citing(laws: ReadonlyMap<string, Law>, changes: readonly string[]): Ground['cite'] {
  const known = new WeakMap<Statement, Map<string, Citation>>()
  const eraOf = new Map<string, string>()
  return (statement, on) => {
    const era = eraOf.get(on) ?? changes.findLast((change) => change <= on) ?? ''
    eraOf.set(on, era)
    const eras = known.get(statement) ?? new Map<string, Citation>()
    known.set(statement, eras)
    const citation = eras.get(era) ?? cite(laws, statement, on)
    eras.set(era, citation)
    return citation
  }
}
