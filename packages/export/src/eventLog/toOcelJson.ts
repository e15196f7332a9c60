import type { EventLog } from './eventLog.ts'

/** A log as OCEL 2.0 JSON. The same log gives the same bytes. */
export const toOcelJson = ({ objectTypes, eventTypes, objects, events }: EventLog): string =>
  `${JSON.stringify({ eventTypes, objectTypes, events, objects })}\n`
