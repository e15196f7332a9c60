import { type DestinationStream, type Logger, pino } from 'pino'

/**
 * The server's log: one JSON object a line. What is written is named where it is logged; bodies, cookies, addresses with their questions
 * and names of people never are.
 */
export const openLog = (level: string, destination?: DestinationStream): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: ['req', 'res', '*.password', '*.token', '*.cookie', '*.authorization'], remove: true },
      serializers: { err: toldOf },
    },
    destination ?? pino.destination(1),
  )

type Failed = Error & { readonly code?: unknown; readonly table?: unknown; readonly constraint?: unknown }

/** The database repeats in its sentences what somebody wrote; of its errors only what names code and place is told. */
function toldOf({ name, message, stack, code, table, constraint }: Failed): object {
  const isOfDatabase = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)
  const place = stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n')
  return isOfDatabase ? { name, code, table, constraint, stack: place } : { name, message, code, stack }
}
