import { type Day, day, workCalendar, workHours } from '@kaigong/calendar'
import { type CaseEvent, legalClock, termsOf } from '@kaigong/casework'
import { law } from './given/law.ts'

const ROUNDS = 15
const READINGS = 2_000
const HISTORIES = 16
const EVENTS = 200

/** A case of so many events: supplements and expert reviews one after another and overlapping, with the office's own moves between them. */
function history(start: Day): readonly CaseEvent[] {
  const by = { role: 'officer', person: 'li', agency: 'natural-resources' } as const
  const seat = { person: 'li', agency: 'natural-resources' }
  const events: CaseEvent[] = [
    {
      type: 'received',
      on: start,
      by,
      matter: 'B02',
      variant: null,
      agency: 'natural-resources',
      applicant: 'company',
      required: { essential: [], deferrable: [] },
      handedIn: [],
    },
    {
      type: 'accepted',
      on: start,
      by,
      asOfOn: start,
      byLapse: false,
      track: 'standard',
      deferred: [],
      deferredDueOn: null,
    },
    { type: 'departmentStarted', on: start, by },
  ]
  for (let i = 0; events.length < EVENTS; i++) {
    const on = (start + 2 * i) as Day
    events.push(
      { type: 'supplementAsked', on, by, id: `s${i}`, items: [] },
      {
        type: 'procedureStarted',
        on,
        by,
        id: `p${i}`,
        procedure: 'expertReview',
        clockEffect: 'pause',
        workdays: 5,
        approvedBy: 'chief',
      },
      { type: 'transferred', on, by, from: seat, to: seat, reason: '' },
      { type: 'supplemented', on: (on + 1) as Day, by, id: `s${i}`, items: [] },
      { type: 'procedureEnded', on: (on + 1) as Day, by, id: `p${i}`, result: '' },
    )
  }
  return events.slice(0, EVENTS)
}

/** Measures reading the legal clock from a history of 200 events, nothing kept between readings, and prints median and spread. */
export async function run(): Promise<void> {
  const catalogue = await law()
  const district = catalogue.districts.find((d) => d.code === '320413')
  const matter = catalogue.matters.find((m) => m.id === 'B02')
  if (district === undefined || matter === undefined) throw new Error('the catalogue lacks Jintan or B02')
  const works = {
    calendar: workCalendar(catalogue.calendars),
    hours: workHours(district.hours),
    termsOn: termsOf(catalogue, district, matter),
  }
  const histories = Array.from({ length: HISTORIES }, (_, i) => history((day('2024-01-02') + 13 * i) as Day))
  const at = { on: day('2025-12-01'), clock: null }
  const micros: number[] = []
  let sum = 0
  for (let round = 0; round < ROUNDS; round++) {
    const begun = performance.now()
    for (let i = 0; i < READINGS; i++)
      sum += legalClock(histories[i % HISTORIES] ?? [], at, works).statutory?.elapsed ?? 0
    micros.push(((performance.now() - begun) * 1000) / READINGS)
  }
  micros.sort((a, b) => a - b)
  const share = (part: number) => micros[Math.round(part * (ROUNDS - 1))]?.toFixed(1)
  console.log(
    `legal clock over ${EVENTS} events, microseconds a reading: median ${share(0.5)}, from ${share(0)} to ${share(1)} ` +
      `(${ROUNDS} rounds of ${READINGS}; checksum ${sum})`,
  )
}

if (import.meta.main) await run()
