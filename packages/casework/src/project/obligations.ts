import type { Day } from '@kaigong/calendar'
import type { Citation, Text } from '@kaigong/catalogue'
import { type ClockWorks, readClock } from '../clock/legalClock.ts'
import type { JointState } from '../joint/jointState.ts'
import type { CaseState } from '../state.ts'
import type { PermitDuty } from './permitDuties.ts'

/** Something that is still owed: by whom, by when where there is a day, and on what ground. Never a remark. */
export type Obligation = {
  readonly kind: 'deferredMaterials' | 'inspection' | 'delivery' | 'condition' | 'rectification' | 'permitDuty'
  readonly owner: 'enterprise' | 'government'
  /** Who exactly: an agency or the applicant. */
  readonly party: string
  readonly dueOn: Day | null
  readonly says: Text
  readonly basis: Citation | null
}

/** What a case leaves to be done: deferred materials, the later inspection, delivery. Empty once nothing is owed. */
export function caseObligations(state: CaseState, at: Day, works: ClockWorks): readonly Obligation[] {
  if (state.stage === 'none' || state.clock.accepted === null) return []
  const terms = works.termsOn(state.clock.accepted.on)
  const owed: Obligation[] = []
  const tolerance = 'tolerance' in state ? state.tolerance : null
  const deferred = (tolerance?.outstanding ?? []).map(
    (id) => terms.matter.materials.find((m) => m.id === id)?.name ?? { zh: id, en: id },
  )
  if (tolerance !== null && deferred.length > 0)
    owed.push({
      kind: 'deferredMaterials',
      owner: 'enterprise',
      party: state.applicant,
      dueOn: tolerance.dueOn,
      says: {
        zh: `补齐容缺材料：${deferred.map(({ zh }) => zh).join('、')}。`,
        en: `Hand in what was deferred: ${deferred.map(({ en }) => en).join(', ')}.`,
      },
      basis: terms.tolerance.limit,
    })
  if (state.stage !== 'granted') return owed
  const { inspectionDueOn, provedTrue, deliveredOn, agency } = state
  if (inspectionDueOn !== null && provedTrue === null)
    owed.push({
      kind: 'inspection',
      owner: 'government',
      party: agency,
      dueOn: inspectionDueOn,
      says: { zh: '事后核查承诺是否属实。', en: 'Inspect whether what was promised is true.' },
      basis: terms.commitment?.inspection.basis ?? null,
    })
  const { delivery } = readClock(state.clock, { on: at, clock: null }, works)
  if (deliveredOn === null && delivery !== null)
    owed.push({
      kind: 'delivery',
      owner: 'government',
      party: agency,
      dueOn: delivery.dueOn,
      says: { zh: '颁发、送达证件。', en: 'Issue and deliver the document.' },
      basis: delivery.basis,
    })
  return owed
}

/** What joint handling leaves to be done: what has to be put right, and the conditions under which it passed. */
export function jointObligations(state: JointState, enterprise: string): readonly Obligation[] {
  if (state.stage === 'none') return []
  const owed = (kind: 'rectification' | 'condition', text: string, dueOn: Day | null = null): Obligation => ({
    kind,
    owner: 'enterprise',
    party: enterprise,
    dueOn,
    says: { zh: text, en: text },
    basis: null,
  })
  const conditions =
    state.conclusion === null || state.conclusion === 'failed' ? [] : state.opinions.flatMap((o) => o.conditions)
  return [
    ...state.outstanding.map((t) => owed('rectification', t, state.rectifyDueOn)),
    ...conditions.map((t) => owed('condition', t)),
  ]
}

/** The duties of documents that are not met, as things that the enterprise owes. */
export function dutyObligations(duties: readonly PermitDuty[], enterprise: string): readonly Obligation[] {
  return duties
    .filter((d) => d.state !== 'met')
    .map((d) => ({
      kind: 'permitDuty',
      owner: 'enterprise',
      party: enterprise,
      dueOn: d.dueOn,
      says: d.says,
      basis: d.basis,
    }))
}
