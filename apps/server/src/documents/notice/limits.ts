import type { LegalClock, Reading } from '@kaigong/casework'
import type { Text } from '@kaigong/contract'
import type { Block } from './notice.ts'
import { days, facts, text, written } from './words.ts'

/** The limits that run, each with its last day; nothing where neither the law nor a promise sets one in days. */
export function limits({ statutory, promised }: LegalClock): readonly Block[] {
  const rows = [
    row({ zh: '法定时限', en: 'Limit of the law' }, statutory),
    row({ zh: '承诺时限', en: 'Promised limit' }, promised),
  ]
  return rows.some((found) => found !== null) ? [facts(...rows)] : []
}

const row = (label: Text, reading: Reading | null): readonly [Text, Text] | null => {
  if (reading === null) return null
  const length = days({ value: reading.limit + reading.added, unit: reading.unit })
  return [
    label,
    reading.deadlineOn === null ? length : text('$0，至$1', '$0, until $1', length, written(reading.deadlineOn)),
  ]
}
