import type { Day } from '@kaigong/calendar'
import type { Conclusion, JointEvent, JointKind, Verdict } from './jointEvent.ts'

/** What one agency was asked and has said. */
export type Opinion = {
  readonly agency: string
  readonly matter: string
  readonly dueOn: Day
  /** null while it has not spoken. */
  readonly verdict: Verdict | null
  readonly conditions: readonly string[]
  /** The day on which it spoke, or its silence was taken for consent. */
  readonly heardOn: Day | null
  /** The day on which its silence was escalated; null while it was not. */
  readonly escalatedOn: Day | null
}

export type JointState =
  | { readonly stage: 'none' }
  | {
      readonly stage: 'open' | 'rectifying' | 'closed'
      readonly kind: JointKind
      readonly lead: string
      readonly openedOn: Day
      readonly lastOn: Day
      readonly limitOn: Day
      readonly isExtended: boolean
      readonly opinions: readonly Opinion[]
      readonly drawingsSha256: string | null
      /** The one survey and the one visit of a joint acceptance. */
      readonly surveySha256: string | null
      readonly visitedOn: Day | null
      /** Pauses for rectification, the last one open while it is under way. */
      readonly pauses: readonly { readonly fromOn: Day; readonly untilOn: Day | null }[]
      readonly rectified: boolean
      readonly outstanding: readonly string[]
      /** Last day to put it right; null while nothing is outstanding. */
      readonly rectifyDueOn: Day | null
      readonly conclusion: Conclusion | null
    }

type Open = Exclude<JointState, { stage: 'none' }>

const UNHEARD = { verdict: null, conditions: [], heardOn: null } as const

export const NO_JOINT: JointState = { stage: 'none' }

/** The state of a joint review, drawing review or acceptance after one more event. */
export function evolveJoint(state: JointState, event: JointEvent): JointState {
  if (event.type === 'jointOpened') return opened(event)
  if (state.stage === 'none') return state
  return { ...moved(state, event), lastOn: event.on }
}

function opened({
  on,
  kind,
  lead,
  asked,
  drawingsSha256,
  limitOn,
}: Extract<JointEvent, { type: 'jointOpened' }>): JointState {
  return {
    stage: 'open',
    kind,
    lead,
    openedOn: on,
    lastOn: on,
    limitOn,
    isExtended: false,
    opinions: asked.map((a) => ({ ...a, ...UNHEARD, escalatedOn: null })),
    drawingsSha256,
    surveySha256: null,
    visitedOn: null,
    pauses: [],
    rectified: false,
    outstanding: [],
    rectifyDueOn: null,
    conclusion: null,
  }
}

function moved(state: Open, event: Exclude<JointEvent, { type: 'jointOpened' }>): Open {
  const change = (agency: string, to: Partial<Opinion>) => ({
    ...state,
    opinions: state.opinions.map((o) => (o.agency === agency ? { ...o, ...to } : o)),
  })
  switch (event.type) {
    case 'opinionGiven':
      return change(event.agency, { verdict: event.verdict, conditions: event.conditions, heardOn: event.on })
    case 'silenceEscalated':
      return change(event.agency, { escalatedOn: event.on })
    case 'silenceTakenForConsent':
      return change(event.agency, { verdict: 'silent', heardOn: event.on })
    case 'jointExtended':
      return { ...state, limitOn: event.limitOn, isExtended: true }
    case 'jointDrawingsReplaced':
      // One set, one review, one opinion: what was said of the old set no longer counts.
      return {
        ...state,
        drawingsSha256: event.drawingsSha256,
        opinions: state.opinions.map((o) => ({ ...o, ...UNHEARD })),
      }
    case 'surveyHandedIn':
      return { ...state, surveySha256: event.sha256 }
    case 'visited':
      return { ...state, visitedOn: event.on }
    case 'rectificationAsked':
      return {
        ...state,
        stage: 'rectifying',
        outstanding: event.items,
        rectifyDueOn: event.dueOn,
        pauses: [...state.pauses, { fromOn: event.on, untilOn: null }],
      }
    case 'rectified':
      return {
        ...state,
        stage: 'open',
        rectified: true,
        outstanding: [],
        rectifyDueOn: null,
        pauses: state.pauses.map((p) => (p.untilOn === null ? { ...p, untilOn: event.on } : p)),
        // Whoever objected looks again.
        opinions: state.opinions.map((o) => (o.verdict === 'objects' ? { ...o, ...UNHEARD } : o)),
      }
    case 'summedUp':
      return { ...state, stage: 'closed', conclusion: event.conclusion }
  }
}
