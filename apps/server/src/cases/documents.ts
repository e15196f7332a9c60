import { isoDate } from '@kaigong/calendar'
import { type CaseEvent, type CaseState, DOCUMENTS, type DocumentKind, FLOW } from '@kaigong/casework'
import type { CasePaper, Text } from '@kaigong/contract'
import type { Told } from './eventData.ts'
import type { CaseLaw } from './law.ts'

/** The document that results: of the act, and of a decision that an acceptance on commitment carries with it (告知承诺，当场决定). */
export function documentOf(event: CaseEvent & Told): DocumentKind | null {
  if (event.act !== null) return Object.hasOwn(FLOW, event.act) ? FLOW[event.act as keyof typeof FLOW].yields : null
  return event.type === 'decided' ? FLOW.pass.yields : null
}

type Happened = { readonly version: number; readonly event: CaseEvent & Told }

/**
 * The papers of a case, the earliest first. With tolerance there is also the letter of promise (容缺受理承诺书, domain 2.4): as it was accepted,
 * and before that as a form for the applicant to sign while only papers are missing that may follow.
 */
export function documentsOf(happened: readonly Happened[], state: CaseState, law: CaseLaw): CasePaper[] {
  const delivered =
    state.stage === 'granted' ? happened.findLast(({ event }) => event.type === 'delivered')?.event : null
  const number = delivered?.type === 'delivered' ? delivered.number : null
  const papers = happened.flatMap(({ version, event }): CasePaper[] => {
    const kind = documentOf(event)
    if (kind === null) return []
    const on = event.documentOn ?? isoDate(event.on)
    const paper = { kind, name: DOCUMENTS[kind], on, version, number: kind === 'decision' ? number : null }
    return kind === 'toleranceNotice'
      ? [paper, { kind: 'toleranceLetter', name: LETTER, on, version, number: null }]
      : [paper]
  })
  const latest = happened.at(-1)
  return latest && mayBePromised(state, law)
    ? [
        ...papers,
        { kind: 'toleranceLetter', name: FORM, on: isoDate(latest.event.on), version: latest.version, number: null },
      ]
    : papers
}

const LETTER: Text = { zh: '容缺受理承诺书', en: 'letter of promise for tolerance' }
const FORM: Text = { zh: '容缺受理承诺书（待签）', en: 'letter of promise for tolerance, to be signed' }

/** Whether tolerance is open and would help: everything essential is there, something deferrable is not. */
function mayBePromised(state: CaseState, { termsOn }: CaseLaw): boolean {
  if (state.stage !== 'received') return false
  const { required, handedIn, lastOn } = state
  const { isOpen, never } = termsOn(lastOn).tolerance
  const missing = required.deferrable.filter((id) => !handedIn.includes(id))
  return (
    isOpen &&
    missing.length > 0 &&
    missing.every((id) => !never.has(id)) &&
    required.essential.every((id) => handedIn.includes(id))
  )
}
