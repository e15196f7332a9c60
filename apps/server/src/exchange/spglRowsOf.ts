import { type Day, isoDate } from '@kaigong/calendar'
import type { DistrictCode } from '@kaigong/contract'
import { runningNumber, SPGL_TABLES, type SpglRow, type SpglRows } from '@kaigong/export'
import type { Ground } from '@kaigong/planner'
import { VERDICT_NAMES } from '../joint/says.ts'
import { agencyName } from '../plans/view.ts'
import type { Tx } from '../platform/database/transaction.ts'
import '../cases/tables.ts'
import '../files/tables.ts'
import '../joint/tables.ts'
import '../platform/events/tables.ts'
import '../projects/tables.ts'

/** Kinds of flow (SPLCLX, domain 1.0): an industrial project; one whose land comes with a plan, started on the land day. */
const INDUSTRIAL = 6
/** At the window; not before there is a way in for companies that writes it down (SLFS). */
const AT_WINDOW = 1
const PUBLISHED = 1
const NOT_SENT = 0

type Part = Readonly<Record<string, string | number | null>>

/** The rows of a district, and to which supplement or procedure a row of the status flow belongs, by its local key. */
export type Spgl = { readonly rows: SpglRows; readonly spans: ReadonlyMap<string, string> }

/**
 * The national exchange rows of a district (domain 3.7) as of a moment. People are left out: the columns for who handled it and whom to call
 * stay empty. What is invented for a demonstration is marked as not valid, so that no platform counts it.
 */
export async function spglRowsOf(tx: Tx, district: DistrictCode, ground: Ground, at: Temporal.Instant): Promise<Spgl> {
  const moment = at.toZonedDateTimeISO('Asia/Shanghai').toPlainDateTime().toString({ smallestUnit: 'second' })
  const stamp = moment.replaceAll(/\D/g, '')
  const projects = await tx
    .selectFrom('project')
    .where('district_code', '=', district)
    .selectAll()
    .orderBy('project_id')
    .execute()
  const projectOf = new Map(projects.map((p) => [p.project_id, p]))
  const validity = (projectId: string) => {
    const isInvented = projectOf.get(projectId)?.synthetic ?? false
    return { SJYXBS: isInvented ? 0 : 1, SJWXYY: isInvented ? '演示数据，虚构' : null, SJSCZT: NOT_SENT }
  }
  const about = (projectId: string, key: string): Part => ({
    DFSJZJ: key,
    XZQHDM: district,
    XMDM: projectOf.get(projectId)?.code ?? null,
    ...validity(projectId),
  })
  const cases = await tx
    .selectFrom('case_file')
    .where('district_code', '=', district)
    .selectAll()
    .orderBy('number')
    .execute()
  const caseOf = new Map(cases.map((c) => [c.case_id, c]))
  const joints = await tx
    .selectFrom('joint')
    .where('district_code', '=', district)
    .selectAll()
    .orderBy('number')
    .execute()
  const papers = await tx
    .selectFrom('material_version')
    .where('district_code', '=', district)
    .select(['material_id', 'no', 'project_id', 'name', 'kind', 'sha256'])
    .orderBy('material_id')
    .orderBy('no')
    .execute()
  const happened = await casesHappened(tx, district)
  const spans = new Map<string, string>()

  const parts: Readonly<Record<string, readonly Part[]>> = {
    SPGL_XMJBXXB: projects.map((p) => ({
      ...about(p.project_id, p.project_id),
      XMMC: p.name,
      SPLCLX: INDUSTRIAL,
      GBHYDMFBND: '2017',
      GBHY: p.industry,
      NKGSJ: p.start_planned,
      NJCSJ: p.completion_planned,
      ZTZE: p.investment_wan,
      JSDDXZQH: district,
      JSGMJNR: p.content,
      JSDW: p.company_name,
      JSDWDM: p.credit_code,
    })),
    SPGL_XMSPSXBLXXB: cases.map((c) => ({
      ...about(c.project_id, c.case_id),
      SPSXBM: c.matter,
      SPSXSLBM: c.number,
      SPBMBM: c.agency_id,
      SPBMMC: agencyName(ground, c.agency_id).zh,
      SLFS: AT_WINDOW,
      GKFS: PUBLISHED,
      BLSPSLBM: null,
      SXBLSX:
        ground.district.promises.find((p) => p.matter === c.matter && (p.variant ?? c.variant) === c.variant)?.value ??
        null,
    })),
    SPGL_XMSPSXBLXXXXB: cases.flatMap((c) =>
      c.state.rows.map((row, i) => {
        const key = `${c.case_id}-${i + 1}`
        if (row.id !== undefined) spans.set(key, row.id)
        return {
          ...about(c.project_id, key),
          SPSXSLBM: c.number,
          BLCS: agencyName(ground, c.agency_id).zh,
          BLZT: row.code,
          BLSJ: isoDate(row.on as Day),
        }
      }),
    ),
    SPGL_XMSPSXBLTBCXXXB: happened.flatMap(({ type, data, case_id }) => {
      const c = caseOf.get(case_id)
      if (type !== 'caseProcedureStarted' || c === undefined) return []
      return [
        {
          ...about(c.project_id, `${case_id}-${String(data.id)}`),
          SPSXSLBM: c.number,
          TBCX: String(data.procedure),
          TBCXMC: (data.procedureName as { readonly zh: string } | null)?.zh ?? String(data.procedure),
          TBCXKSSJ: String(data.on),
          TBCXSX: Number(data.workdays),
        },
      ]
    }),
    SPGL_XMSPSXPFWJXXB: happened.flatMap(({ type, data, case_id }) => {
      const c = caseOf.get(case_id)
      if (type !== 'caseDelivered' || c === undefined) return []
      const title = ground.matters.get(c.matter)?.result?.zh ?? c.matter_name.zh
      const number = typeof data.number === 'string' ? data.number : null
      return [
        { ...about(c.project_id, case_id), SPSXSLBM: c.number, PFRQ: String(data.on), PFWH: number, PFWJBT: title },
      ]
    }),
    SPGL_XMSPSXZQYJXXB: joints.flatMap((j) =>
      j.state.opinions.map((o) => ({
        ...about(j.project_id, `${j.joint_id}-${o.agency}`),
        BLSPSLBM: j.number,
        SPSXBM: o.matter,
        BZQYJBM: agencyName(ground, o.agency).zh,
        ZQYJSJ: j.opened_on,
        FKSX: isoDate(o.dueOn),
        FKSJ: o.heardOn === null ? null : isoDate(o.heardOn),
        FKYJ: o.verdict === null ? null : [VERDICT_NAMES[o.verdict].zh, ...o.conditions].join('；'),
      })),
    ),
    SPGL_XMQTFJXXB: papers.map((p) => ({
      ...about(p.project_id, `${p.material_id}-${p.no}`),
      FJMC: p.name,
      FJLX: p.kind,
      FJZY: p.sha256,
    })),
  }
  const rows = Object.fromEntries(
    SPGL_TABLES.map((table) => [
      table.name,
      (parts[table.name] ?? []).map((part, i): SpglRow => {
        const numbered: Part = { LSH: runningNumber(district, stamp, table.code, i + 1), ...part }
        // In the order of the table.
        return Object.fromEntries(table.columns.map(({ name }) => [name, numbered[name] ?? null]))
      }),
    ]),
  )
  return { rows, spans }
}

/** Of what happened to cases that which has rows of its own: special procedures and what was delivered. */
async function casesHappened(tx: Tx, district: DistrictCode) {
  const rows = await tx
    .selectFrom('event')
    .where('district_code', '=', district)
    .where('type', 'in', ['caseProcedureStarted', 'caseDelivered'])
    .select(['stream', 'type', 'sealed'])
    .orderBy('tx')
    .orderBy('seq')
    .execute()
  return rows.map(({ stream, type, sealed }) => ({
    type,
    case_id: stream.slice('case/'.length),
    data: (JSON.parse(sealed) as { readonly data: Readonly<Record<string, unknown>> }).data,
  }))
}
