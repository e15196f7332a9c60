import { type Day, day, isIsoDate, isoDate } from '@kaigong/calendar'

/** 2000 to 2099 as spreadsheets count days; below and above lies what is no date. */
const FIRST_SERIAL = 36_526
const LAST_SERIAL = 73_050
const SERIAL_OF_1970 = 25_569

/** `2026/1/5`, `2026.1.5`, `2026-01-05`, `2026年1月5日`, `20260105`, with or without an hour, or the serial number of a spreadsheet. */
export function dayOfText(written: string | number): string | undefined {
  const text = String(written).normalize('NFKC').replaceAll(/\s+/g, ' ').trim()
  const [, year, month = '', dayOfMonth = ''] =
    /^(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?日?(?:[ T][\d:.]+Z?)?$/.exec(text) ??
    /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text) ??
    []
  if (year === undefined) return dayOfSerial(text)
  const iso = `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`
  return isIsoDate(iso) && year >= '2000' && year <= '2099' ? iso : undefined
}

function dayOfSerial(text: string): string | undefined {
  const serial = /^\d{5}(?:\.\d+)?$/.test(text) ? Math.floor(Number(text)) : 0
  if (serial < FIRST_SERIAL || serial > LAST_SERIAL) return undefined
  return isoDate((day('1970-01-01') + serial - SERIAL_OF_1970) as Day)
}
