import { type Logger, pino } from 'pino'

/**
 * The server's log: one JSON object a line. What is written is named here and where a line is logged; bodies, cookies, addresses with their
 * questions and names of people never are.
 */
export const openLog = (level: string): Logger =>
  pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ['req', 'res', '*.password', '*.token', '*.cookie', '*.authorization'], remove: true },
    serializers: {
      err: ({ name, message, stack, code }: Error & { code?: unknown }) => ({ name, message, code, stack }),
    },
  })
