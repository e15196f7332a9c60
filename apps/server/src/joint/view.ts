import { countWorkdays, type Day, day, isoDate, type WorkCalendar } from '@kaigong/calendar'
import { decideJoint, JOINT_KINDS, type JointCommand, jointObligations } from '@kaigong/casework'
import {
  type AgencyId,
  type CompanyId,
  type EditionId,
  JointActType,
  type JointId,
  type JointListItem,
  type JointOpinion,
  type JointView,
  type ProjectId,
  reachOf,
} from '@kaigong/contract'
import { beijingMoment } from '../cases/law.ts'
import type { Tx } from '../platform/database/transaction.ts'
import type { Deps } from '../platform/deps.ts'
import { history } from '../platform/events/history.ts'
import type { Actor } from '../platform/http/actor.ts'
import { type Refused, refuse } from '../platform/http/answer.ts'
import { type JointLaw, lawOfJoint } from './law.ts'
import { ACTS, type Part, partsOf } from './parts.ts'
import { type JointRow, jointById, papersWith } from './rows.ts'
import { saysOfOne } from './says.ts'

/** More than any has; what a page shows at once. */
const MOST = 500

/** A joint handling as its page shows it to somebody, with its version. */
export async function jointView(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  id: JointId,
): Promise<{ readonly body: JointView; readonly etag: number } | Refused> {
  const { district } = actor
  const row = await jointById(tx, district, id)
  if (!row) return refuse('request.notFound')
  const law = await lawOfJoint(tx, deps.catalogues, district, row)
  const today = beijingMoment(deps.now()).on
  const { state } = row
  const parts = partsOf(actor, row)
  const isInside = reachOf(actor.roles, 'joint.read') === 'district' || parts.includes('asked')
  const { items } = await history(tx, saysOfOne, district, { stream: `joint/${id}`, limit: MOST })
  const body: JointView = {
    ...listItem(row, law, today),
    edition: row.edition_id as EditionId,
    companyId: row.company_id as CompanyId,
    company: row.company_name,
    application: row.application,
    isExtended: state.isExtended,
    isRectified: state.rectified,
    limit: { workdays: law.limit.value, basis: law.limit.basis },
    extension: { workdays: law.extension.value, basis: law.extension.basis },
    silence: law.silenceRule,
    opinions: state.opinions.map((opinion) =>
      opinionView(opinion, law, today, {
        isOpen: isInside || state.stage === 'closed',
        mine: opinion.agency === actor.agency,
      }),
    ),
    ...(await papersOf(tx, row)),
    visitedOn: state.visitedOn === null ? null : isoDate(state.visitedOn),
    obligations: jointObligations(state, row.company_id).map(({ kind, says, dueOn }) => ({
      kind: kind === 'rectification' ? kind : ('condition' as const),
      says,
      dueOn: dueOn === null ? null : isoDate(dueOn),
      isOverdue: dueOn !== null && dueOn < today,
    })),
    acts: permitted(row, law, today, parts, actor.agency ?? ''),
    history: items.toReversed().map(({ version, says, at, actor: by }) => ({ version, says, at, by })),
  }
  return { body, etag: row.version }
}

/** One line of a list. */
export function listItem(row: JointRow, law: JointLaw, today: Day): JointListItem {
  const { state } = row
  return {
    id: row.joint_id as JointId,
    version: row.version,
    number: row.number,
    kind: row.kind,
    kindName: JOINT_KINDS[row.kind].name,
    projectId: row.project_id as ProjectId,
    projectName: row.project_name,
    leadId: row.lead as AgencyId,
    leadName: law.agencyName(row.lead),
    stage: row.stage,
    conclusion: state.conclusion,
    openedOn: row.opened_on,
    asked: state.opinions.length,
    heard: state.opinions.filter(({ verdict }) => verdict !== null).length,
    ...timeUntil(row.due_on === null ? null : day(row.due_on), law.calendar, today),
    synthetic: row.synthetic,
  }
}

/** Working days until a day, as lists show them. */
export function timeUntil(dueOn: Day | null, calendar: WorkCalendar, today: Day) {
  if (dueOn === null) return { dueOn: null, left: null, isLate: false }
  return { dueOn: isoDate(dueOn), left: countWorkdays(calendar, today, dueOn), isLate: dueOn < today }
}

function opinionView(
  { agency, matter, dueOn, verdict, conditions, heardOn, escalatedOn }: JointRow['state']['opinions'][number],
  law: JointLaw,
  today: Day,
  { isOpen, mine }: { readonly isOpen: boolean; readonly mine: boolean },
): JointOpinion {
  const known = law.matter(matter)
  const time = timeUntil(dueOn, law.calendar, today)
  return {
    agencyId: agency as AgencyId,
    agencyName: law.agencyName(agency),
    matter,
    matterName: known?.name ?? { zh: matter, en: matter },
    // Whoever has spoken is late no more.
    ...(verdict === null ? time : { ...time, left: null, isLate: false }),
    heardOn: heardOn === null ? null : isoDate(heardOn),
    verdict: isOpen ? verdict : null,
    conditions: isOpen ? [...conditions] : [],
    isEscalated: isOpen && escalatedOn !== null,
    silenceConsents: law.silenceRule !== null && !needsDecision(known?.nature),
    mine,
  }
}

/** Whether the law wants an express decision: silence is never one (the same line that decideJoint draws). */
const needsDecision = (nature: string | undefined): boolean =>
  nature === undefined || nature === 'permit' || nature === 'confirmation'

async function papersOf(
  tx: Tx,
  { district_code, project_id, state: { drawingsSha256, surveySha256 } }: JointRow,
): Promise<Pick<JointView, 'drawings' | 'survey'>> {
  const hashes = [drawingsSha256, surveySha256].filter((hash) => hash !== null)
  const found = hashes.length === 0 ? [] : await papersWith(tx, district_code as Actor['district'], project_id, hashes)
  const paper = (sha256: string | null) => {
    const version = found.find((v) => v.sha256 === sha256)
    return version === undefined
      ? null
      : { materialId: version.material_id, no: version.no, name: version.name, sha256: version.sha256 }
  }
  return { drawings: paper(drawingsSha256), survey: paper(surveySha256) }
}

/** What somebody may do from where it stands, each tried on a command with nothing wrong in it: what is refused even so says why. */
function permitted(
  { state }: JointRow,
  law: JointLaw,
  today: Day,
  parts: readonly Part[],
  agency: string,
): JointView['acts'] {
  if (state.stage === 'closed') return []
  return JointActType.options.flatMap((type) => {
    const { by, name } = ACTS[type]
    if (!by.some((part) => parts.includes(part))) return []
    const tried = decideJoint(state, wellFilledIn(type, state, today, agency), { ...law, today })
    return [{ type, name, notNow: 'refused' in tried ? tried.says : null }]
  })
}

function wellFilledIn(type: JointActType, state: JointRow['state'], today: Day, agency: string): JointCommand {
  switch (type) {
    case 'opine':
      return { type, agency, verdict: 'agrees', conditions: [], drawingsSha256: state.drawingsSha256 }
    case 'extend':
      return { type, workdays: 1, approvedBy: '–', by: 'government' }
    case 'replaceDrawings':
      return { type, drawingsSha256: 'another' }
    case 'handInSurvey':
      return { type, sha256: 'survey' }
    case 'visit':
      return { type, agencies: [agency] }
    case 'askRectification':
      return { type, items: ['–'], dueOn: today }
    case 'rectify':
      return { type, items: state.outstanding }
    case 'sumUp':
      return { type, agency, conclusion: 'failed', overrunReason: '–' }
  }
}
