import type { PersonId, Role } from '@kaigong/contract'
import { describe, expect, it } from 'vitest'
import { type Persona, personaGroups } from './personaGroups.ts'

const both = (zh: string) => ({ zh, en: zh })
const persona = (name: string, role: Role, place: string | null, district = '金坛区'): Persona => ({
  personId: name as PersonId,
  name,
  role,
  district: both(district),
  place: place === null ? null : both(place),
})
const personas = [
  persona('管维新', 'systemAdministrator', null),
  persona('周知序', 'coordinator', '区发改局'),
  persona('顾长庚', 'agencyHead', '区资规局'),
  persona('贺连城', 'agencyHead', '区住建局'),
  persona('任可为', 'officer', '区住建局'),
  persona('苏望舒', 'officer', '区资规局'),
  persona('史长河', 'coordinator', '审批局', '溧阳市'),
]
const { main, others } = personaGroups(personas)

describe('the personas on the sign-in page', () => {
  it('begin with one a role of the first district, the task force first and the machine’s keeper last', () => {
    expect(main.map((p) => p.name)).toEqual(['周知序', '顾长庚', '任可为', '管维新'])
  })

  it('fold the rest by district and agency, and lose nobody', () => {
    expect(
      others.map(({ district, count, places }) => [
        district.zh,
        count,
        places.map(({ place, people }) => [place.zh, people.map((p) => p.name)]),
      ]),
    ).toEqual([
      [
        '金坛区',
        2,
        [
          ['区住建局', ['贺连城']],
          ['区资规局', ['苏望舒']],
        ],
      ],
      ['溧阳市', 1, [['审批局', ['史长河']]]],
    ])
  })

  it('are none where the server offers none', () => {
    expect(personaGroups([])).toEqual({ main: [], others: [] })
  })
})
