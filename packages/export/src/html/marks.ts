import type { Activity, Basis, Matter, Owner, View } from '../view.ts'
import type { Word } from '../words.ts'
import { html, joined, type Markup } from './markup.ts'

type Confidence = Basis['confidence']

export const confidences: readonly { readonly mark: Confidence; readonly means: Word }[] = [
  { mark: 'A', means: 'confA' },
  { mark: 'B', means: 'confB' },
  { mark: 'C', means: 'confC' },
  { mark: 'GK', means: 'confGK' },
  { mark: 'synthetic', means: 'confSynthetic' },
]

const meaning = (mark: Confidence): Word => confidences.find((each) => each.mark === mark)?.means ?? 'confGK'

export const confidenceWritten = (view: View, mark: Confidence): string =>
  mark === 'synthetic' ? view.word('syntheticMark') : mark

/** How far a statement can be trusted, as a mark in words; the weaker it is the more it stands out. */
export const confidenceMark = (view: View, mark: Confidence): Markup =>
  html`<span class="conf conf-${mark}" title="${view.word(meaning(mark))}">${confidenceWritten(view, mark)}</span>`

/** An article with its mark. */
export const cited = (view: View, basis: Basis): Markup =>
  html`<span class="cite">${view.say(basis.text)} ${confidenceMark(view, basis.confidence)}</span>`

/** An article with its mark where there is no markup: `建筑法第八条 [A]`. */
export const citedPlainly = (view: View, basis: Basis): string =>
  `${view.say(basis.text)} [${confidenceWritten(view, basis.confidence)}]`

const ownerWords: Readonly<Record<Owner, Word>> = {
  government: 'government',
  intermediary: 'intermediary',
  utility: 'utility',
  enterprise: 'enterprise2',
  land: 'land',
}
export const owners: readonly Owner[] = ['government', 'land', 'intermediary', 'utility', 'enterprise']
export const ownerName = (view: View, owner: Owner): string => view.word(ownerWords[owner])

export const trackName = (view: View, track: Matter['track']): string => view.word(track)

const fromWords: Readonly<Record<Activity['length']['from'], Word>> = {
  promised: 'promised',
  sample: 'sample',
  statutory: 'fromStatutory',
  usual: 'usual',
  fact: 'fact',
  assumed: 'fromAssumed',
  catalogue: 'fromCatalogue',
}

/** `20 日（按工作日计）`: the figure in the unit as written and, where it differs, the unit it is counted in. */
export const amountWritten = (view: View, { value, unitAsWritten, unitApplied }: Activity['length']): string => {
  const applied = view.word(value === 1 ? `${unitApplied}1` : unitApplied)
  if (view.lang === 'en') return `${value} ${applied}`
  const same = applied.endsWith(unitAsWritten) || unitAsWritten.endsWith(applied)
  return `${value} ${unitAsWritten === '工作日' ? '个' : ''}${unitAsWritten}${same ? '' : view.word('appliedAs', { unit: applied })}`
}

/** `20 日（法定，不缩短）`. */
export const lengthWritten = (view: View, length: Activity['length']): string => {
  const origin = [view.word(fromWords[length.from]), ...(length.count === 'minimum' ? [view.word('minimum')] : [])]
  return view.word('withOrigin', { amount: amountWritten(view, length), origin: origin.join(view.word('listComma')) })
}

/** The small words after a name: critical, done, assumed, provisional. */
export const flags = (
  view: View,
  { critical, done, assumed, provisional }: Pick<Activity, 'critical' | 'done' | 'assumed' | 'provisional'>,
): Markup =>
  html`${joined(
    [
      ...(critical ? [html`<span class="flag flag-critical">◆ ${view.word('critical')}</span>`] : []),
      ...(done ? [html`<span class="flag flag-done">✓ ${view.word('done')}</span>`] : []),
      ...(assumed ? [html`<span class="flag">? ${view.word('assumedShort')}</span>`] : []),
      ...(provisional ? [html`<span class="flag">~ ${view.word('provisional')}</span>`] : []),
    ],
    ' ',
  )}`
