import { agencyOf } from '../agencyOf.ts'
import type { District } from '../district.ts'
import type { Matter } from '../matter.ts'
import { durationText } from './limitText.ts'
import type { Entries, Sections, Teller } from './teller.ts'

/** Who handles a matter in each district, what they promise there, and where the district departs from the national rules. */
export const districtSection = (teller: Teller, matter: Matter): Sections =>
  teller.section(
    teller.word('各区', 'Districts'),
    teller.catalogue.districts.map((district) => districtEntries(teller, district, matter)),
  )

function districtEntries(teller: Teller, district: District, matter: Matter): Entries {
  const { word, say, entry } = teller
  const { id } = matter
  const inner = '  '
  return [
    ...handledBy(teller, district, matter),
    ...district.promises
      .filter((promise) => promise.matter === id)
      .flatMap((promise) =>
        entry(
          teller.listed([`${word('承诺', 'promised')} ${durationText(teller, promise)}`, promise.variant]),
          { ...promise, inForce: { from: promise.from, until: promise.until } },
          inner,
        ),
      ),
    ...district.gateAt
      .filter((gate) => gate.matter === id)
      .flatMap((gate) => entry(word(`须在 ${gate.gate} 前办成`, `must be done before ${gate.gate}`), gate, inner)),
    ...district.tolerance.deferrable
      .filter((one) => one.matter === id)
      .flatMap((one) => entry(word(`${one.material} 可容缺`, `${one.material} may follow`), one, inner)),
    ...district.tolerance.notDeferrable
      .filter((one) => one.matter === id)
      .flatMap((one) => entry(word(`${one.material} 不可容缺`, `${one.material} may not follow`), one, inner)),
    ...(district.edges ?? [])
      .filter((edge) => edge.from === id || edge.to === id)
      .flatMap((edge) => entry(`${edge.from} → ${edge.to}${word('：', ': ')}${say(edge.says)}`, edge, inner)),
  ]
}

function handledBy({ say, word, entry }: Teller, district: District, matter: Matter): Entries {
  const handler = district.handlers.find((h) => h.matter === matter.id)
  const agencyId = agencyOf(district, matter)
  const agency = district.agencies.find((a) => a.id === agencyId)
  const name = agency === undefined ? (agencyId ?? word('无', 'none')) : say(agency.name)
  const reviewers = district.capacities.find((c) => c.agency === agencyId)?.reviewers
  return [
    ...entry(
      [
        `${district.code} ${say(district.name)}${word('：', ': ')}${name}`,
        ...(handler === undefined ? [] : [`[${handler.confidence}]`]),
        ...(reviewers === undefined ? [] : [word(`（审查员 ${reviewers} 名）`, `(${reviewers} reviewers)`)]),
      ].join(' '),
    ),
    ...(handler?.note === undefined ? [] : entry(say(handler.note), undefined, '  ')),
  ]
}
