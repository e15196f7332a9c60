import type { TeamMember } from '@kaigong/contract'

const sentences = {
  noPerson: { zh: '没有这位在岗人员', en: 'no such active person' },
  noAgency: { zh: '本区没有这个部门', en: 'the district has no such agency' },
  whoseContact: { zh: '请写明是哪个部门的联络员', en: 'say for which agency the contact stands' },
  oneHelper: { zh: '每个项目只有一名帮办员', en: 'a project has one helper only' },
  twice: { zh: '同一人同一职责写了两次', en: 'the same person has the same duty twice' },
} as const

/** What is wrong with a team, each with a pointer: 一企一帮办, people in office, agencies of the district. */
export function teamFaults(team: readonly TeamMember[], people: ReadonlySet<string>, agencies: ReadonlySet<string>) {
  const helpers = team.filter((m) => m.duty === 'helper')
  return team.flatMap((m, i) => {
    const wrong: (readonly [boolean, string, keyof typeof sentences])[] = [
      [!people.has(m.personId), '/personId', 'noPerson'],
      [m.agencyId !== null && !agencies.has(m.agencyId), '/agencyId', 'noAgency'],
      [m.agencyId === null && m.duty === 'contact', '/agencyId', 'whoseContact'],
      [helpers.indexOf(m) > 0, '/duty', 'oneHelper'],
      [team.findIndex((o) => o.personId === m.personId && o.duty === m.duty) < i, '', 'twice'],
    ]
    return wrong.flatMap(([is, where, what]) =>
      is ? [{ pointer: `/team/${i}${where}`, detail: sentences[what] }] : [],
    )
  })
}
