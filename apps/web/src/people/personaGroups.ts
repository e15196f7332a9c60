import type { Role, SignInWays, Text } from '@kaigong/contract'

export type Persona = SignInWays['personas'][number]

/** Whose road shows most of the product comes first. */
const order: readonly Role[] = [
  'coordinator',
  'helper',
  'companyUser',
  'leader',
  'agencyHead',
  'officer',
  'utility',
  'intermediary',
  'inspector',
  'auditor',
  'districtAdministrator',
  'systemAdministrator',
  'public',
]

/** The other people of a district, a place at a time; who belongs to none stands under the district's name. */
export type Others = {
  readonly district: Text
  readonly count: number
  readonly places: readonly { readonly place: Text; readonly people: readonly Persona[] }[]
}

/** The personas of a demonstration as a newcomer wants them: first one a role of the first district, then the rest by where they work. */
export function personaGroups(personas: readonly Persona[]): {
  readonly main: readonly Persona[]
  readonly others: readonly Others[]
} {
  const home = personas[0]?.district.zh
  const main = order.flatMap((role) => personas.find((p) => p.role === role && p.district.zh === home) ?? [])
  const rest = Map.groupBy(
    personas.filter((p) => !main.includes(p)),
    (p) => p.district.zh,
  )
  const others = [...rest.values()].flatMap((people) => {
    const [first] = people
    if (!first) return []
    const byPlace = Map.groupBy(people, (p) => (p.place ?? p.district).zh)
    const places = [...byPlace.values()].map((there) => ({
      place: there[0]?.place ?? first.district,
      people: there,
    }))
    return [{ district: first.district, count: people.length, places }]
  })
  return { main, others }
}
