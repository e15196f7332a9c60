import { workCalendar } from '@kaigong/calendar'
import { type CaseEvent, deadlineMoved, evolve, type KnownCase, type NewCalendar } from '@kaigong/casework'
import type { CaseId, DistrictCode, EditionId } from '@kaigong/contract'
import type { Ground } from '@kaigong/planner'
import { sql } from 'kysely'
import { inTransaction, systemIn, type Tx } from '../platform/database/transaction.ts'
import type { Deps } from '../platform/deps.ts'
import { append, isStale } from '../platform/events/append.ts'
import type { JobDefinition } from '../platform/jobs/jobs.ts'
import { toData } from './eventData.ts'
import { beijingMoment } from './law.ts'
import { lawOfCase } from './lawOfCase.ts'
import { caseById } from './rows.ts'
import { shownOf } from './shown.ts'
import './tables.ts'

export const MOVE_DEADLINES = 'moveDeadlines'

/**
 * A calendar was adopted: every open case whose deadline it moves gets the event that says so, and shows its new days. One transaction a case,
 * so that nobody waits for all of them; a case that somebody acts on at that moment is looked at once more, and a job that runs twice tells once.
 */
export const moveDeadlines = (deps: Deps): JobDefinition => ({
  queue: MOVE_DEADLINES,
  name: { zh: '按新日历调整办件期限', en: 'Move deadlines of cases by a new calendar' },
  attempts: 5,
  run: async ({ district, edition, instead }) => {
    const system = systemIn(district)
    const { news, open } = await inTransaction(deps.db, system, async (tx) => {
      const [before, after] = [
        await deps.catalogues.open(tx, district, String(instead) as EditionId),
        await deps.catalogues.open(tx, district, String(edition) as EditionId),
      ]
      const changes = before && after ? newCalendars(before.ground, after.ground) : []
      return { news: changes, open: changes.length === 0 ? [] : await openCases(tx, district) }
    })
    for (const id of open) {
      const follow = () =>
        inTransaction(deps.db, system, (tx) => followed(tx, deps, district, id, news, String(edition)))
      await follow().catch((error: unknown) => {
        if (!isStale(error)) throw error
        return follow()
      })
    }
  },
})

/** The notices in which two editions differ, year by year: each moves deadlines from where the one before it left them. */
function newCalendars(before: Ground, after: Ground): readonly NewCalendar[] {
  let known = before.catalogue.calendars
  return after.catalogue.calendars.flatMap((year) => {
    const old = known.find((one) => one.year === year.year)
    if (old !== undefined && JSON.stringify([old.off, old.on]) === JSON.stringify([year.off, year.on])) return []
    const next = [...known.filter((one) => one !== old), year].sort((a, b) => a.year - b.year)
    const { title, number } = year.notice ?? { title: `${year.year}`, number: '' }
    const notice = number ? `${title}（${number}）` : title
    const change = { year: year.year, notice, before: workCalendar(known), after: workCalendar(next) }
    known = next
    return [change]
  })
}

const openCases = async (tx: Tx, district: DistrictCode): Promise<readonly CaseId[]> =>
  (
    await tx
      .selectFrom('case_file')
      .where('district_code', '=', district)
      .where('is_open', '=', true)
      .select('case_id')
      .orderBy('case_id')
      .execute()
  ).map(({ case_id }) => case_id as CaseId)

async function followed(
  tx: Tx,
  deps: Deps,
  district: DistrictCode,
  id: CaseId,
  news: readonly NewCalendar[],
  edition: string,
): Promise<void> {
  const row = await caseById(tx, district, id)
  if (!row?.is_open) return
  const law = await lawOfCase(tx, deps.catalogues, district, row)
  const at = deps.now()
  const now = beijingMoment(at)
  const by = { role: 'clock', person: 'system' } as const
  const events = news.flatMap((change) => deadlineMoved(row.state, change, now, law, by) ?? [])
  const told = events.length > 0 && (await isTold(tx, district, id, edition)) ? [] : events
  const data = told.map((event) => {
    const { type, data: kept } = toData(event, {
      caseNumber: row.number,
      caseName: row.matter_name,
      documentOn: null,
      act: null,
      itemNames: [],
      procedureName: null,
    })
    return { type, data: { ...(kept as object), edition } as typeof kept }
  })
  const about = { district, stream: `case/${id}`, actor: null, at, project: row.project_id }
  const head = await append(tx, about, { version: row.version, hash: row.head }, data)
  const state = told.reduce((before: KnownCase, event: CaseEvent) => evolve(before, event) as KnownCase, row.state)
  // The promised day, the notice and the delivery move too, and say so by what they show.
  await tx
    .updateTable('case_file')
    .set({ ...shownOf(state, law), version: head.version, head: head.hash })
    .where('district_code', '=', district)
    .where('case_id', '=', id)
    .where('version', '=', row.version)
    .execute()
}

/** Whether a job before this one has told the case already. */
async function isTold(tx: Tx, district: DistrictCode, id: CaseId, edition: string): Promise<boolean> {
  const event = await tx
    .selectFrom('event')
    .where('district_code', '=', district)
    .where('stream', '=', `case/${id}`)
    .where('type', '=', 'caseCalendarPublished')
    .where(sql`sealed::jsonb -> 'data' ->> 'edition'`, '=', edition)
    .select('version')
    .executeTakeFirst()
  return event !== undefined
}
