import { type Day, isoDate, lastDay, type WorkCalendar } from '@kaigong/calendar'
import type { Catalogue, Conversion, Matter, Text } from '@kaigong/catalogue'
import { lacking } from '../materials.ts'

/** What a pre-review was made for: whoever would build, where, under which planning conditions; files by their SHA-256. */
export type PreReviewOf = {
  readonly id: string
  readonly matter: string
  readonly applicant: string
  readonly parcelSha256: string
  readonly conditionsSha256: string
}

/** An opinion keeps who signed it, when, and on which version of the drawings (domain 2.3). */
export type PreReviewOpinion = {
  readonly agency: string
  readonly signedBy: string
  readonly on: Day
  readonly drawingsSha256: string
  readonly verdict: 'agrees' | 'asksForChanges'
  readonly text: string
}

/**
 * A pre-review (模拟审批): an internal technical review and no permit. Nobody may build, sell or borrow on it. It ends when it is turned into the
 * formal document, when its opinion expires, or when the land is not won.
 */
export type PreReview =
  | { readonly stage: 'none' }
  | (PreReviewOf & {
      readonly stage: 'open' | 'agreed' | 'converted' | 'lapsed'
      /** Versions of the drawings in the order in which they came, by hash; the last one counts. */
      readonly versions: readonly string[]
      readonly opinions: readonly PreReviewOpinion[]
      /** Last day on which the agreeing opinion may be relied on. */
      readonly validUntilOn: Day | null
      /** The document that it became. */
      readonly formalNumber: string | null
    })

export type PreReviewEvent =
  | (PreReviewOf & { readonly type: 'preReviewRequested'; readonly on: Day; readonly drawingsSha256: string })
  | { readonly type: 'drawingsReplaced'; readonly on: Day; readonly drawingsSha256: string }
  | (PreReviewOpinion & { readonly type: 'preReviewOpinionGiven'; readonly validUntilOn: Day | null })
  | { readonly type: 'preReviewConverted'; readonly on: Day; readonly number: string }
  | { readonly type: 'preReviewLapsed'; readonly on: Day; readonly why: 'landNotWon' | 'expired' }

export function evolvePreReview(state: PreReview, event: PreReviewEvent): PreReview {
  if (event.type === 'preReviewRequested') {
    const { id, matter, applicant, parcelSha256, conditionsSha256, drawingsSha256 } = event
    const of = { id, matter, applicant, parcelSha256, conditionsSha256 }
    return { ...of, stage: 'open', versions: [drawingsSha256], opinions: [], validUntilOn: null, formalNumber: null }
  }
  if (state.stage === 'none') return state
  switch (event.type) {
    case 'drawingsReplaced':
      // An opinion is on one version: a new one is reviewed again.
      return { ...state, stage: 'open', versions: [...state.versions, event.drawingsSha256], validUntilOn: null }
    case 'preReviewOpinionGiven': {
      const { agency, signedBy, on, drawingsSha256, verdict, text, validUntilOn } = event
      const opinions = [...state.opinions, { agency, signedBy, on, drawingsSha256, verdict, text }]
      return { ...state, stage: verdict === 'agrees' ? 'agreed' : 'open', opinions, validUntilOn }
    }
    case 'preReviewConverted':
      return { ...state, stage: 'converted', formalNumber: event.number }
    case 'preReviewLapsed':
      return { ...state, stage: 'lapsed', validUntilOn: null }
  }
}

/** Why a step of a pre-review cannot be taken. */
export type PreReviewRefusal = { readonly refused: PreReviewCode; readonly says: Text }
type PreReviewCode =
  | 'preReview.notOpen'
  | 'preReview.otherVersion'
  | 'preReview.notThisTrack'
  | 'preReview.sameVersion'
  | 'preReview.over'

const refused = (code: PreReviewCode, zh: string, en: string): PreReviewRefusal => ({ refused: code, says: { zh, en } })
const OVER = refused(
  'preReview.over',
  '该预审已转换、失效或尚未申请。请重新申请预审，或按正式程序办理。',
  'This pre-review has been converted, has lapsed or was never requested. Request a new one, or take the formal road.',
)

/** Requests a pre-review, for matters that have this track (technical reviews that hang on the land). */
export function requestPreReview(
  state: PreReview,
  of: PreReviewOf & { readonly drawingsSha256: string; readonly on: Day },
  { id, tracks }: Pick<Matter, 'id' | 'tracks'>,
): PreReviewEvent | PreReviewRefusal {
  if (tracks.preReview === undefined || of.matter !== id)
    return refused(
      'preReview.notThisTrack',
      `${id} 不实行预审。请按正式程序办理。`,
      `${id} has no pre-review. Take the formal road.`,
    )
  if (state.stage !== 'none' && state.stage !== 'lapsed')
    return refused(
      'preReview.notOpen',
      '该预审已在进行。请在原预审中更新图纸。',
      'This pre-review is under way. Replace the drawings in it.',
    )
  return { type: 'preReviewRequested', ...of }
}

/** Replaces the drawings; the opinions on the version before no longer count. */
export function replaceDrawings(state: PreReview, drawingsSha256: string, on: Day): PreReviewEvent | PreReviewRefusal {
  if (state.stage !== 'open' && state.stage !== 'agreed') return OVER
  if (state.versions.at(-1) === drawingsSha256)
    return refused(
      'preReview.sameVersion',
      '图纸与现有版本相同。无需重复上传。',
      'These are the drawings that are there. Nothing to replace.',
    )
  return { type: 'drawingsReplaced', on, drawingsSha256 }
}

/** Gives an opinion on the latest version of the drawings; one that agrees holds for as long as the catalogue says. */
export function opine(
  state: PreReview,
  opinion: PreReviewOpinion,
  { tracks }: Pick<Matter, 'tracks'>,
  calendar: WorkCalendar,
): PreReviewEvent | PreReviewRefusal {
  if (state.stage !== 'open' && state.stage !== 'agreed') return OVER
  if (state.versions.at(-1) !== opinion.drawingsSha256)
    return refused(
      'preReview.otherVersion',
      '意见所依据的图纸不是最新版本。请审阅最新版本后再提意见。',
      'The opinion is on drawings that have been replaced. Review the latest version.',
    )
  const validity = tracks.preReview?.validity
  const isLimited = opinion.verdict === 'agrees' && validity !== undefined
  return {
    type: 'preReviewOpinionGiven',
    ...opinion,
    // A validity protects nobody who waits and does not roll.
    validUntilOn: isLimited ? lastDay(calendar, opinion.on, validity, { kind: 'minimum' }) : null,
  }
}

/** Ends a pre-review whose land was not won or whose opinion has expired: no fee, no compensation, no claim to priority. */
export function lapse(state: PreReview, on: Day, why: 'landNotWon' | 'expired'): PreReviewEvent | PreReviewRefusal {
  if (state.stage !== 'open' && state.stage !== 'agreed') return OVER
  if (why === 'expired' && (state.validUntilOn === null || on <= state.validUntilOn))
    return refused(
      'preReview.notOpen',
      `预审意见${state.validUntilOn === null ? '尚未作出' : `在 ${isoDate(state.validUntilOn)} 前有效`}，不能按到期失效处理。`,
      `The opinion ${state.validUntilOn === null ? 'has not been given' : `holds until ${isoDate(state.validUntilOn)}`}; it has not expired.`,
    )
  return { type: 'preReviewLapsed', on, why }
}

/** What the land and the formal application bring on the day of conversion. */
export type Formal = {
  readonly on: Day
  /** Who won the land. */
  readonly winner: string
  /** The project company of the pre-review's applicant, once the filing has been changed to it; null where there is none. */
  readonly projectCompany: string | null
  readonly parcelSha256: string
  readonly conditionsSha256: string
  readonly drawingsSha256: string
  /** Who found that drawings which differ have changed in nothing that matters; null where nobody has. */
  readonly insubstantialBy: string | null
  readonly essential: readonly string[]
  readonly handedIn: readonly string[]
  readonly hasBrokenPromise: boolean
}

/** A condition of conversion that is not met, in the catalogue's words. */
export type Unmet = { readonly condition: string; readonly says: Text }

/**
 * Which of the five conditions of conversion (核对转正式, domain 2.3) are not met, and whether the opinion is there and in force. Empty: the
 * pre-review becomes the formal document. Any: the formal review is run in full. While the opinion is awaited the others are judged all the
 * same, so that everything missing is named at once; of a pre-review that nobody has requested only what needs none.
 */
export function unmetConditions(
  preReview: PreReview,
  formal: Formal,
  { conversion }: Pick<Catalogue, 'conversion'>,
): readonly Unmet[] {
  const opinion = preReview.stage === 'agreed' ? [] : [{ condition: 'opinion', says: NO_OPINION }]
  if (preReview.stage === 'converted' || preReview.stage === 'lapsed') return opinion
  const compared = preReview.stage === 'none' ? {} : comparedWith(preReview, formal)
  const holds: Readonly<Record<string, boolean>> = {
    ...compared,
    'essentials-complete': lacking(formal.essential, formal.handedIn).length === 0,
    'promise-kept': !formal.hasBrokenPromise,
  }
  const unmet = conversion.conditions.filter(({ id }) => holds[id] === false || isUnknown(id, holds, preReview))
  const isOver = preReview.stage !== 'none' && preReview.validUntilOn !== null && formal.on > preReview.validUntilOn
  return [...opinion, ...unmet.map(unmetOf), ...(isOver ? [{ condition: 'validity', says: EXPIRED }] : [])]
}

/** Whether what the pre-review was made for is what the land and the application bring. */
const comparedWith = (
  { versions, applicant, parcelSha256, conditionsSha256 }: Exclude<PreReview, { readonly stage: 'none' }>,
  formal: Formal,
): Readonly<Record<string, boolean>> => ({
  'same-applicant': formal.winner === applicant || formal.winner === formal.projectCompany,
  'same-conditions': parcelSha256 === formal.parcelSha256 && conditionsSha256 === formal.conditionsSha256,
  'same-drawings': versions.at(-1) === formal.drawingsSha256 || formal.insubstantialBy !== null,
})

/** A condition that the catalogue names and nobody here can judge is not met; without a pre-review there is nothing to compare. */
const isUnknown = (id: string, holds: Readonly<Record<string, boolean>>, { stage }: PreReview): boolean =>
  stage !== 'none' && holds[id] === undefined

const unmetOf = ({ id, says }: Conversion['conditions'][number]): Unmet => ({
  condition: id,
  says: { zh: `未满足：${says.zh}`, en: `Not met: ${says.en}` },
})
const NO_OPINION: Text = {
  zh: '没有针对最新图纸的同意预审意见。请先完成预审，或按正式程序办理。',
  en: 'No pre-review agrees to the latest drawings. Finish it, or take the formal road.',
}
const EXPIRED: Text = {
  zh: '预审意见已过有效期。请按正式程序办理。',
  en: 'The opinion of the pre-review has expired. Take the formal road.',
}
