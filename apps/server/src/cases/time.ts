import { countWorkdays, type Day, day, type WorkCalendar } from '@kaigong/calendar'
import type { CaseTime } from '@kaigong/contract'
import type { Selectable } from 'kysely'
import type { Tables } from '../platform/database/tables.ts'

type Row = Pick<
  Selectable<Tables['case_file']>,
  'hand' | 'due' | 'due_on' | 'due_unit' | 'standing_for' | 'statutory_on'
>

/** How much time is left on a day, from the days that are kept and the calendar; the day itself is still time, and is not counted. */
export function timeOf(row: Row, calendar: WorkCalendar, today: string): CaseTime {
  const { hand, due, due_on, due_unit, standing_for, statutory_on } = row
  const isLate = due_on !== null && due_on < today
  return {
    // Nobody spoke in time: the case counts as accepted as of its receipt, and the law's clock runs (行政许可法 32(4)).
    hand: due === 'notice' && isLate ? 'running' : hand,
    due,
    dueOn: due_on,
    left: due_on === null ? null : daysLeft(calendar, due_unit, day(today), day(due_on)),
    isLate,
    unit: due_unit,
    standingFor: [...standing_for],
    lateByLaw: statutory_on !== null && statutory_on < today,
  }
}

const daysLeft = (calendar: WorkCalendar, unit: CaseTime['unit'], today: Day, due: Day): number =>
  unit === 'workday' ? countWorkdays(calendar, today, due) : due - today
