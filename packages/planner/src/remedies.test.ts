import * as fs from 'node:fs'
import type { Project } from '@kaigong/catalogue'
import { describe, expect, it } from 'vitest'
import { given, groundOf } from './catalogue.fixture.ts'
import type { Ground } from './ground.ts'
import type { Request } from './layout.ts'
import { answering, gateDay, onLandDay, planned, startingBy, withDistrict } from './plan.fixture.ts'
import type { Remedy } from './plan.ts'

const { catalogue, jintan, examples } = await given(fs)
const battery = examples['battery-plant-4.1']
const pilot = examples['synthetic-biology-pilot']
const upgrade = examples['technical-upgrade']
const leased = examples['leased-workshop']

type Asked = { readonly ground: Ground; readonly project: Project; readonly request: Request }

const remediesFor = ({ ground, project, request }: Asked): readonly Remedy[] =>
  planned(ground, project, request, { explore: true }).verdict.remedies

/** Liyang, where one bureau approves nearly everything, with so many reviewers there. */
const liyang = (reviewers: number) =>
  groundOf(
    withDistrict(catalogue, '320481', (d) => ({
      ...d,
      capacities: d.capacities.map((c) => (c.agency === 'approval' ? { ...c, reviewers } : c)),
    })),
    '320481',
  )
const inLiyang: Project = { ...battery, district: '320481', assessments: [] }

/** The question put again after somebody has done what the remedy says, as a reader understands its words. */
function carriedOut({ ground, project, request }: Asked, { kind, text }: Remedy): Asked {
  const [on = ''] = text.zh.match(/\d{4}-\d{2}-\d{2}/) ?? []
  switch (kind) {
    case 'startEarlier':
      return { ground, project, request: { ...request, asOf: on } }
    case 'laterDate':
      return { ground, project, request: { ...request, anchor: { ...request.anchor, day: on } as Request['anchor'] } }
    case 'piling':
      return { ground, project: answering(project, { earlyPiling: true }), request }
    case 'track': {
      const freed = Object.entries(project.tracks).filter(([id]) => !text.zh.includes(ground.matters.get(id)!.name.zh))
      return { ground, project: { ...project, tracks: Object.fromEntries(freed) }, request }
    }
    case 'capacity': {
      const agency = ground.district.agencies.find((a) => text.zh.startsWith(a.name.zh))?.id
      const more = withDistrict(ground.catalogue, ground.district.code, (d) => ({
        ...d,
        capacities: d.capacities.map((c) => (c.agency === agency ? { ...c, reviewers: c.reviewers + 1 } : c)),
      }))
      return { ground: groundOf(more, ground.district.code), project, request }
    }
    case 'answer':
      throw new Error('no remedy is an answer')
  }
}

const impossible: readonly {
  readonly what: string
  readonly asked: Asked
  readonly offers: readonly Remedy['kind'][]
}[] = [
  {
    what: 'the battery plant with land on Monday 2022-08-22',
    asked: { ground: jintan, project: battery, request: onLandDay('2022-06-01', '2022-08-22') },
    offers: ['startEarlier', 'piling', 'laterDate'],
  },
  {
    what: 'the leased workshop by Thursday 2026-04-30',
    asked: { ground: jintan, project: leased, request: startingBy('2026-03-02', '2026-04-30') },
    offers: ['startEarlier', 'laterDate'],
  },
  {
    what: 'the technical upgrade by Friday 2026-01-30',
    asked: { ground: jintan, project: upgrade, request: startingBy('2025-10-13', '2026-01-30') },
    offers: ['startEarlier', 'piling', 'laterDate'],
  },
  {
    what: 'the pilot plant with its fire design on the standard track, land on Friday 2025-08-15',
    asked: {
      ground: jintan,
      project: { ...pilot, tracks: { C02: 'standard' } },
      request: onLandDay('2025-03-03', '2025-08-15'),
    },
    offers: ['track', 'piling'],
  },
  {
    what: 'the battery plant in Liyang with one reviewer, by Saturday 2022-09-17',
    asked: { ground: liyang(1), project: inLiyang, request: startingBy('2022-06-01', '2022-09-17') },
    offers: ['capacity', 'laterDate'],
  },
]

for (const { what, asked, offers } of impossible) {
  describe(`what would help: ${what}`, () => {
    const found = remediesFor(asked)

    it(`is offered: ${offers.join(', ')}`, () => {
      expect(found.map((r) => r.kind)).toEqual(expect.arrayContaining([...offers]))
      expect(planned(asked.ground, asked.project, asked.request).verdict.met).toBe(false)
    })

    it('meets the date when it is carried out, just when it says that it does', () => {
      for (const remedy of found) {
        const { ground, project, request } = carriedOut(asked, remedy)
        expect(planned(ground, project, request).verdict.met, `${remedy.kind}: ${remedy.text.en}`).toBe(remedy.meets)
      }
    })

    it('brings the construction start that it names', () => {
      const named = found.filter((r) => ['track', 'capacity', 'piling'].includes(r.kind) && r.meets)
      for (const remedy of named) {
        const { ground, project, request } = carriedOut(asked, remedy)
        expect(gateDay(planned(ground, project, request), 'G1'), remedy.text.en).toBe(remedy.constructionStart)
      }
    })

    it('is worth its words: it meets the date or brings construction nearer, and what meets it comes first', () => {
      for (const remedy of found) expect(remedy.meets || (remedy.workdaysGained ?? 0) > 0, remedy.text.en).toBe(true)
      const order = found.map((r) => Number(r.meets))
      expect(order).toEqual(order.toSorted((a, b) => b - a))
    })
  })
}

describe('what would not help', () => {
  it('is not offered: reviewers where nobody waits for one, piling where nothing is built', () => {
    const kinds = remediesFor({ ground: jintan, project: leased, request: startingBy('2026-03-02', '2026-04-30') }).map(
      (r) => r.kind,
    )
    expect(kinds).not.toContain('capacity')
    expect(kinds).not.toContain('piling')
  })

  it('is not offered: piling again where the project opens with it already', () => {
    const piling = answering(upgrade, { earlyPiling: true })
    const found = remediesFor({ ground: jintan, project: piling, request: startingBy('2025-10-13', '2025-11-28') })
    expect(found.map((r) => r.kind)).not.toContain('piling')
  })

  it('is not offered: a track for a matter that is on its best one', () => {
    const slow: Project = { ...upgrade, tracks: { A05: 'standard' } }
    const found = remediesFor({ ground: jintan, project: slow, request: startingBy('2025-10-13', '2026-01-30') })
    expect(found.map((r) => r.kind)).not.toContain('track')
  })

  it('is not offered where the date can be had', () => {
    expect(remediesFor({ ground: jintan, project: leased, request: startingBy('2026-03-02', '2026-06-30') })).toEqual(
      [],
    )
  })
})
