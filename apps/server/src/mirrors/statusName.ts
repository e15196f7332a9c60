import { STATUS_NAMES, type StatusCode } from '@kaigong/casework'
import type { Text } from '@kaigong/contract'

/** A national status code as a person reads it; a code that there is none of stays a number. */
export const statusName = (code: number): Text =>
  STATUS_NAMES[code as StatusCode] ?? { zh: String(code), en: String(code) }
