import { contracts, type logFormats } from '@kaigong/contract'
import { type EventLog, ocelTables, toOcelJson, toXes } from '@kaigong/export'
import type { FileDeps } from '../files/deps.ts'
import { type Route, route } from '../platform/http/route.ts'
import { eventLogOf } from './eventLogOf.ts'
import { sqliteFile } from './sqliteFile.ts'

const { exchange } = contracts

/** What goes out: the log of events, the national exchange rows, the file of a case. */
export const exchangeRoutes = (deps: FileDeps): readonly Route[] => [
  route(exchange.log, async ({ actor: { district }, params: { format }, query: { traces }, read }) => {
    const log = await read((tx) => eventLogOf(tx, district))
    const { type, write } = logFiles[format]
    const fileName = `${district}-${deps.legalToday().toString()}.${format}`
    return { status: 200, bytes: { content: write(log, traces), type, fileName } }
  }),
]

type LogFile = { readonly type: string; readonly write: (log: EventLog, traces: string) => string | Uint8Array }

const logFiles: Readonly<Record<(typeof logFormats)[number], LogFile>> = {
  'ocel.json': { type: 'application/json; charset=utf-8', write: toOcelJson },
  'ocel.sqlite': { type: 'application/vnd.sqlite3', write: (log) => sqliteFile(ocelTables(log)) },
  xes: { type: 'application/xml; charset=utf-8', write: toXes },
}
