import { placed } from '../placed.ts'
import type { Matter, View } from '../view.ts'
import type { Value } from './cell.ts'
import { weakest } from './confidence.ts'
import type { Block } from './layout.ts'
import { providers, says } from './says.ts'

export const materialWidths = [6, 30, 10, 30, 8, 10, 13, 18, 13, 30, 11] as const

type Needed = { readonly material: Matter['materials'][number]; readonly matter: Matter }

/** 材料清单: what has to be handed in or fetched, first day first. */
export function materials(view: View): Block {
  const { plan, word, say } = view
  const needed = plan.matters
    .flatMap((matter) => matter.materials.map((material): Needed => ({ material, matter })))
    .toSorted((a, b) =>
      a.material.neededBy < b.material.neededBy ? -1 : a.material.neededBy > b.material.neededBy ? 1 : 0,
    )
  return {
    columns: [
      { head: word('number'), align: 'center' },
      { head: word('material') },
      { head: say(says.necessity), align: 'center' },
      { head: word('usedFor') },
      { head: say(says.code), align: 'center' },
      { head: say(says.from), align: 'center' },
      { head: say(says.way), align: 'center' },
      { head: say(says.issuedBy), align: 'center' },
      { head: say(says.lastDayToHandIn) },
      { head: word('citations') },
      { head: word('confidence'), align: 'center' },
    ],
    rows: needed.map((each, index) => rowOf(view, each, index + 1)),
  }
}

function rowOf(view: View, { material, matter }: Needed, number: number): readonly Value[] {
  const { say } = view
  const provider = providers[material.from]
  return [
    number,
    say(material.name),
    material.necessity === 'essential' ? '★' : '△',
    placed(view, matter.name, matter.scope),
    { code: matter.matter },
    provider === undefined ? material.from : say(provider),
    say(material.shared ? says.shared : says.toBring),
    material.issuedBy === null ? '—' : issuer(view, material.issuedBy),
    { day: material.neededBy },
    say(material.basis.text),
    weakest(view, [material.basis]),
  ]
}

/** The matter whose result the material is or, where it comes of none, the office. */
function issuer(view: View, id: string): string {
  const matter = view.matterNamed(id)
  return matter === id ? view.agency(id) : matter
}
