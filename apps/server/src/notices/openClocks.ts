import { type Day, isoDate } from '@kaigong/calendar'
import { readClock } from '@kaigong/casework'
import type { DistrictCode, Text } from '@kaigong/contract'
import type { CaseLaw } from '../cases/law.ts'
import { lawOfCase } from '../cases/lawOfCase.ts'
import type { Catalogues } from '../platform/catalogue/catalogues.ts'
import type { Tx } from '../platform/database/transaction.ts'
import type { Notice } from './tell.ts'
import '../cases/tables.ts'

/** The share of a limit at which the head of the agency is told that time is running short: 30 %. */
const SHORT = 0.3

const dueNames: Readonly<Record<'notice' | 'promised' | 'statutory' | 'delivery', Text>> = {
  notice: { zh: '补正告知期限', en: 'time for the notice of corrections' },
  promised: { zh: '承诺期限', en: 'promised limit' },
  statutory: { zh: '法定期限', en: 'legal limit' },
  delivery: { zh: '颁发送达期限', en: 'time for delivery' },
}

/** Open cases whose clock runs to a day. */
export const openClocks = (tx: Tx, district: DistrictCode) =>
  tx
    .selectFrom('case_file')
    .where('district_code', '=', district)
    .where('is_open', '=', true)
    .where('due_on', 'is not', null)
    .select(['case_id', 'project_id', 'number', 'matter', 'matter_name', 'variant', 'edition_id', 'agency_id'])
    .select(['holder', 'due', 'due_on', 'state'])
    .orderBy('due_on')
    .orderBy('case_id')
    .execute()

type Row = Awaited<ReturnType<typeof openClocks>>[number]

/** What there is to warn of today; undefined while there is time. */
export async function warningOf(
  tx: Tx,
  catalogues: Catalogues,
  district: DistrictCode,
  row: Row,
  today: Day,
): Promise<Pick<Notice, 'cause' | 'kind' | 'says'> | undefined> {
  const { due, due_on: dueOn, matter_name: matter, number } = row
  if (due === null || dueOn === null) return undefined
  const name = dueNames[due]
  const cause = (kind: string) => `case/${row.case_id} ${kind} ${due} ${dueOn}`
  if (dueOn < isoDate(today)) {
    const says = {
      zh: `${matter.zh}（${number}）的${name.zh}已于 ${dueOn} 届满，尚未办结`,
      en: `${matter.en} (${number}): the ${name.en} was over on ${dueOn}, and it is not done`,
    }
    return { cause: cause('overdue'), kind: 'overdue', says }
  }
  if (due !== 'promised' && due !== 'statutory') return undefined
  const reading = readingOf(row, await lawOfCase(tx, catalogues, district, row), due, today)
  if (!reading || reading.remaining > SHORT * (reading.limit + reading.added)) return undefined
  const says = {
    zh: `${matter.zh}（${number}）的${name.zh}只剩不到三成，${dueOn} 届满`,
    en: `${matter.en} (${number}): 30 % or less of the ${name.en} is left; it ends on ${dueOn}`,
  }
  return { cause: cause('timeShort'), kind: 'timeShort', says }
}

const readingOf = ({ state }: Row, law: CaseLaw, due: 'promised' | 'statutory', today: Day) =>
  readClock(state.clock, { on: today, clock: null }, law)[due]
