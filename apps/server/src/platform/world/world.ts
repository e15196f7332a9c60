import { randomBytes, randomUUIDv7 } from 'node:crypto'

/** Time and chance as the server takes them; tests hand in their own. */
export type World = {
  readonly now: () => Temporal.Instant
  /** The day in Beijing: what counts in law. */
  readonly legalToday: () => Temporal.PlainDate
  readonly newId: () => string
  /** 256 bits for tokens, as text that fits an address. */
  readonly newSecret: () => string
}

/** The one place where the real clock and real chance enter. */
export function realWorld(): World {
  const now = () => Temporal.Now.instant()
  return {
    now,
    legalToday: () => now().toZonedDateTimeISO('Asia/Shanghai').toPlainDate(),
    newId: () => randomUUIDv7(),
    newSecret: () => randomBytes(32).toString('base64url'),
  }
}
