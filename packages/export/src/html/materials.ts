import type { Matter, View } from '../view.ts'
import type { Word } from '../words.ts'
import { cited } from './marks.ts'
import { html, type Markup, nothing } from './markup.ts'
import { table } from './table.ts'

type Needed = Matter['materials'][number] & { readonly occurrence: string }

const sources: Readonly<Record<string, Word>> = {
  enterprise: 'enterprise2',
  designer: 'designer',
  intermediary: 'intermediary',
  contractor: 'contractor',
  government: 'government',
  utility: 'utility',
}

function sourceWritten(view: View, { from, issuedBy }: Needed): string {
  const known = sources[from]
  const who = known === undefined ? from : view.word(known)
  return issuedBy === null
    ? who
    : `${who}${view.word('listComma')}${view.word('issuedBy', { name: view.agency(issuedBy) })}`
}

const listed = (view: View, needed: readonly Needed[]): Markup => {
  const { word, say } = view
  return table(
    [
      { head: word('neededBy'), className: 'dates' },
      { head: word('material') },
      { head: word('usedFor') },
      { head: word('source') },
      { head: word('citations') },
    ],
    needed.map((material) => [
      view.day(material.neededBy),
      html`<span class="star">${material.necessity === 'essential' ? '★' : '△'}</span> <strong>${say(material.name)}</strong> <span class="quiet">${word(material.necessity)}</span>`,
      view.matterNamed(material.occurrence),
      sourceWritten(view, material),
      cited(view, material.basis),
    ]),
    'materials',
  )
}

/** What must be handed in and by when, first day first; what the offices fetch for themselves stands apart. */
export function materials(view: View): Markup {
  const all: readonly Needed[] = view.plan.matters
    .flatMap(({ id, materials: own }) => own.map((material) => ({ ...material, occurrence: id })))
    .toSorted((a, b) => (a.neededBy < b.neededBy ? -1 : a.neededBy > b.neededBy ? 1 : 0))
  const toBring = all.filter(({ shared }) => !shared)
  const fetched = all.filter(({ shared }) => shared)
  return html`<p class="note">${view.word('materialsNote')}</p>
<h3>${view.word('toBring', { n: toBring.length })}</h3>${toBring.length === 0 ? nothing : listed(view, toBring)}
<h3>${view.word('sharedMaterials', { n: fetched.length })}</h3>${fetched.length === 0 ? nothing : listed(view, fetched)}`
}
