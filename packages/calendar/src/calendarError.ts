export type CalendarErrorCode =
  | 'calendar.beforeFirst'
  | 'calendar.afterLast'
  | 'calendar.notADate'
  | 'calendar.notAClockTime'
  | 'calendar.notWhole'
  | 'calendar.badHours'
  | 'calendar.noNotice'
  | 'calendar.yearTwice'
  | 'calendar.yearMissing'
  | 'calendar.outsideYear'
  | 'calendar.onAndOff'

/** A sentence in both languages. */
export type Says = { readonly zh: string; readonly en: string }

/**
 * What this package throws when it is asked for a day that it does not know or handed something that is no date.
 * Callers check at their edge (`isIsoDate`, `covers`, `noticeFaults`), so that it means a mistake of the caller.
 */
export class CalendarError extends RangeError {
  override readonly name = 'CalendarError'
  readonly code: CalendarErrorCode
  readonly says: Says

  constructor(code: CalendarErrorCode, says: Says) {
    super(`${says.zh} ${says.en}`)
    this.code = code
    this.says = says
  }
}
