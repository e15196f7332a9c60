import type { Readable } from 'node:stream'
import { day } from '@kaigong/calendar'
import { flowFaults, type StatusCode } from '@kaigong/casework'
import { contracts, type logFormats, type spglFormats } from '@kaigong/contract'
import {
  type EventLog,
  ocelTables,
  SPGL_TABLES,
  type SpglRows,
  spglFaults,
  toOcelJson,
  toSpglCsv,
  toSpglJson,
  toSpglXlsx,
  toXes,
} from '@kaigong/export'
import type { FileDeps } from '../files/deps.ts'
import { isRefused } from '../platform/http/answer.ts'
import { type Route, route } from '../platform/http/route.ts'
import { archiveOf } from './archive.ts'
import { caseFile } from './caseFile.ts'
import { eventLogOf } from './eventLogOf.ts'
import { spglRowsOf } from './spglRowsOf.ts'
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
  route(exchange.spgl, async ({ actor: { district }, params: { format }, lang, read }) => {
    const at = deps.now()
    const { rows } = await read(async (tx) =>
      spglRowsOf(tx, district, (await deps.catalogues.inForce(tx, district)).ground, at),
    )
    const asOf = deps.legalToday().toString()
    const { type, ending, write } = spglFiles[format]
    const content = await write(rows, { asOf, lang, at })
    return { status: 200, bytes: { content, type, fileName: `SPGL-${district}-${asOf}.${ending}` } }
  }),
  route(exchange.spglFaults, async ({ actor: { district }, read }) => {
    const { rows, spans } = await read(async (tx) =>
      spglRowsOf(tx, district, (await deps.catalogues.inForce(tx, district)).ground, deps.now()),
    )
    const found = spglFaults(rows, flowFaultsOf, (key) => spans.get(key))
    const counts = Object.fromEntries(Object.entries(rows).map(([table, all]) => [table, all.length]))
    return { status: 200, body: { rows: counts, total: found.length, faults: found.slice(0, MOST_FAULTS) } }
  }),
  route(exchange.caseFile, async ({ actor, params: { caseId }, lang, transact }) =>
    transact(async (tx) => {
      const file = await caseFile(tx, deps, { actor, caseId, lang })
      return isRefused(file) ? file : { status: 200, bytes: { ...file, type: 'application/zip' } }
    }),
  ),
]

/** More than anybody reads at once; the total says how many there are. */
const MOST_FAULTS = 1000

/** The flow is looked at by the rules of casework, which count days; rows bear dates. */
const flowFaultsOf: Parameters<typeof spglFaults>[1] = (flow) =>
  flowFaults(flow.map(({ code, on, id }) => ({ code: code as StatusCode, on: day(on), id })))

type SpglFile = {
  readonly type: string
  readonly ending: string
  readonly write: (
    rows: SpglRows,
    about: { readonly asOf: string; readonly lang: 'zh' | 'en'; readonly at: Temporal.Instant },
  ) => string | Readable | Promise<Uint8Array>
}

const spglFiles: Readonly<Record<(typeof spglFormats)[number], SpglFile>> = {
  json: { type: 'application/json; charset=utf-8', ending: 'json', write: toSpglJson },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ending: 'xlsx',
    write: toSpglXlsx,
  },
  csv: {
    type: 'application/zip',
    ending: 'zip',
    write: (rows, { at }) =>
      archiveOf(
        SPGL_TABLES.map((table) => ({ path: `${table.name}.csv`, bytes: Buffer.from(toSpglCsv(table, rows)) })),
        at,
      ),
  },
}

type LogFile = { readonly type: string; readonly write: (log: EventLog, traces: string) => string | Uint8Array }

const logFiles: Readonly<Record<(typeof logFormats)[number], LogFile>> = {
  'ocel.json': { type: 'application/json; charset=utf-8', write: toOcelJson },
  'ocel.sqlite': { type: 'application/vnd.sqlite3', write: (log) => sqliteFile(ocelTables(log)) },
  xes: { type: 'application/xml; charset=utf-8', write: toXes },
}
