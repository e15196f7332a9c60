import { type CompanyId, contracts, type LandBoard, type LandCertificate, type ProjectView } from '@kaigong/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { acted, company, papers as namedPapers, opened } from '../cases/cases.fixture.ts'
import { pdfOf, uploaded } from '../files/upload.fixture.ts'
import { said } from '../plans/planned.fixture.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { JINTAN, openProduct, type Product } from '../product.fixture.ts'
import {
  agreed,
  board,
  issuing,
  type People,
  papersOf,
  peopleOfLandDay,
  planned,
  REVIEWED,
  ready,
  recording,
  rehearsing,
  requesting,
  won,
} from './land.fixture.ts'

const { cases, certificates, land } = contracts

let product: Product
let people: People
let ours: CompanyId
let theirs: CompanyId
beforeAll(async () => {
  product = await openProduct()
  ours = await company(product, '虚构动力电池有限公司')
  theirs = await company(product, '虚构竞买企业有限公司')
  people = await peopleOfLandDay(product, ours)
}, 60_000)
afterAll(async () => {
  await people.close()
  await product.close()
})
beforeEach(() => product.world.moveTo('2022-06-10T03:00:00Z'))

const one = (seen: LandBoard, matter: string): LandCertificate => {
  const found = seen.certificates.find((c) => c.matter === matter)
  if (!found) throw new Error(`the board has no ${matter}`)
  return found
}
const unmet = (certificate: LandCertificate) => certificate.conditions.filter(({ met }) => !met).map(({ rule }) => rule)
const fail = (): never => {
  throw new Error('nobody heads the agency')
}
const count = async (table: string, { id }: ProjectView): Promise<number> => {
  const { rows } = await product.database.owner.query(
    `select count(*)::int as n from kg.${table} where project_id = $1`,
    [id],
  )
  return rows[0].n
}

describe('the land day 拿地日', () => {
  it('issues the four certificates and the approved drawings at once, each with the formal case that it comes of', async () => {
    const { project } = await ready(people, '四证齐发的项目', ours)
    const before = await board(people.coordinator, project)
    expect(before.certificates.map(({ matter, state }) => [matter, state])).toEqual(
      ['A03', 'A04', 'B02', 'C07', 'C01'].map((matter) => [matter, 'ready']),
    )
    expect(before).toMatchObject({ ready: true, landOn: '2022-06-10', conversion: null, comparison: null })

    const done = said(await issuing(people.coordinator, project))
    expect(done.issued.map(({ matter }) => matter)).toEqual(['A03', 'A04', 'B02', 'C01', 'C07'])
    expect(done.issued.map(({ number }) => number)).toEqual([
      expect.stringMatching(/^地字第3204132022\d{5}号$/),
      expect.stringMatching(/^苏\(2022\)金坛区不动产权第\d{7}号$/),
      expect.stringMatching(/^建字第3204132022\d{5}号$/),
      expect.stringMatching(/^320413-C01-2022-\d{4}$/),
      expect.stringMatching(/^32041320220610\d{2}01$/),
    ])

    const after = await board(people.coordinator, project)
    expect(after.certificates.every(({ state }) => state === 'issued')).toBe(true)
    expect(after.conversion).toMatchObject({ on: '2022-06-10', by: '周知序' })
    expect(after.preReviews.map(({ stage }) => stage)).toEqual(REVIEWED.map(() => 'converted'))
    const list = said(await people.applicant.ask(cases.ofProject, { params: { projectId: project.id } }))
    // The drawing review is an institution's and makes no case.
    expect(list.items.map(({ matter, stage }) => [matter, stage]).sort()).toEqual(
      ['A03', 'A04', 'B02', 'C07'].map((matter) => [matter, 'granted']),
    )
    const permit = list.items.find(({ matter }) => matter === 'C07')
    if (!permit) throw new Error('no case of the construction permit')
    const view = said(await people.applicant.ask(cases.read, { params: { caseId: permit.id } }))
    expect(view.rows.map(({ code }) => code)).toEqual([1, 3, 8, 11])
    expect(view.documents.at(-1)?.number).toBe(done.issued.at(-1)?.number)
    expect(view.history.find(({ type }) => type === 'caseDecided')).toMatchObject({
      role: { zh: expect.stringContaining('负责人') },
      attached: [{ kind: 'reviewOpinion', reference: expect.stringContaining('模拟审批意见') }],
    })
  })

  it('opens the land gate (G0) to the sale that was recorded: neither it nor its notice is missing after the deal', async () => {
    const project = await planned(people, '地已成交的项目', ours)
    const asked = async () => {
      const { gates } = said(await people.applicant.ask(contracts.gates.read, { params: { projectId: project.id } }))
      return gates.flatMap(({ missing }) => missing.map(({ matter }) => matter))
    }
    expect(await asked()).toContain('P09')
    await won(people, project, await papersOf(people, project))
    const after = await asked()
    expect(after).not.toContain('P09')
    expect(after).not.toContain('P10')
  })

  it('keeps on each certificate what the paper shows, and the pre-review that it rests on', async () => {
    const { project } = await ready(people, '照面齐全的项目', ours)
    const { issued } = said(await issuing(people.coordinator, project))
    const id = issued.find(({ matter }) => matter === 'A03')?.certificateId
    if (!id) throw new Error('no land-use planning permit')
    const view = said(await people.applicant.ask(certificates.read, { params: { certificateId: id } }))
    expect(view).toMatchObject({
      kind: { zh: '建设用地规划许可证' },
      holder: '虚构动力电池有限公司',
      agencyName: { zh: '金坛区自然资源和规划局' },
      issuedOn: '2022-06-10',
      status: 'inForce',
      onLandDay: true,
      preReview: expect.stringMatching(/^320413-YS-2022-\d{4}$/),
      verifyPath: `/verify/320413/${id}`,
      mayAct: false,
    })
    expect(view.lines.map(({ label, value }) => [label.zh, value])).toContainEqual(['用地面积', '333333 m²'])
  })

  it('issues nothing when anything is missing, and names all of it with who must act', async () => {
    const project = await planned(people, '条件未齐的项目', ours)
    const papers = await papersOf(people, project)
    for (const occurrence of ['A03', 'B02', 'C01', 'C07'])
      await agreed(people, project, said(await requesting(people, project, occurrence, papers)))
    said(await requesting(people, project, 'A04', papers, { handedIn: [] }))
    const resources = people.heads['natural-resources']
    if (!resources) throw new Error('no head')
    said(await recording(resources, project, 'deal'))

    const refused = await issuing(people.coordinator, project)
    expect(refused).toMatchObject({ problem: { status: 409, type: '/problems/landDay.notReady' } })
    const seen = await board(people.coordinator, project)
    expect(seen.ready).toBe(false)
    expect(unmet(one(seen, 'A03'))).toEqual(['same-conditions', 'essentials-complete', 'land-use-after-contract'])
    expect(unmet(one(seen, 'A04'))).toEqual([
      'opinion',
      'same-conditions',
      // What the company brings, the contract, and the proof of payment: each by who must act.
      'essentials-complete',
      'essentials-complete',
      'essentials-complete',
      'title-after-contract',
      'title-after-payment',
    ])
    const who = (rule: string) => one(seen, 'A04').conditions.find((c) => c.rule === rule)?.who?.name.zh
    expect(who('opinion')).toBe('金坛区不动产登记中心')
    expect(who('title-after-payment')).toBe('金坛区税务局')
    const asked = one(seen, 'A04').conditions.filter((c) => c.rule === 'essentials-complete')
    expect(asked.map((c) => [c.who?.name.zh, /尚缺：(.*)$/.exec(c.says.zh)?.[1]])).toEqual([
      ['企业', expect.stringContaining('登记申请书')],
      ['金坛区自然资源和规划局', expect.stringContaining('出让合同')],
      ['金坛区税务局', expect.stringContaining('契税')],
    ])
    expect([await count('certificate', project), await count('case_file', project)]).toEqual([0, 0])
  })

  it('gives nothing to whoever did not win the land, and forgives no other parcel and no other conditions', async () => {
    const project = await planned(people, '他人竞得的项目', ours)
    const papers = await papersOf(people, project)
    for (const occurrence of REVIEWED)
      await agreed(people, project, said(await requesting(people, project, occurrence, papers)))
    await won(people, project, papers)
    const resources = people.heads['natural-resources']
    if (!resources) throw new Error('no head')
    said(await recording(resources, project, 'deal', { winner: theirs, reason: '核对成交确认书' }))
    said(
      await recording(resources, project, 'contract', {
        parcel: papers.conditions,
        conditions: papers.parcel,
        reason: '核对合同',
      }),
    )
    const seen = await board(people.coordinator, project)
    expect(unmet(one(seen, 'B02'))).toEqual(['same-applicant', 'same-conditions'])
    expect(await issuing(people.coordinator, project)).toMatchObject({
      problem: { type: '/problems/landDay.notReady' },
    })
  })

  it('is pressed by the task force alone; an agency’s head may rehearse it, the company may not', async () => {
    const { project } = await ready(people, '谁来按的项目', ours)
    const head = people.heads.approval
    if (!head) throw new Error('no head')
    expect(await issuing(head, project)).toMatchObject({ problem: { type: '/problems/right.missing' } })
    expect(await issuing(people.applicant, project)).toMatchObject({ problem: { type: '/problems/right.missing' } })
    expect(await rehearsing(people.applicant, project)).toMatchObject({ problem: { type: '/problems/right.missing' } })
    expect(said(await rehearsing(head, project))).toMatchObject({ ready: true })
  })

  it('delivers what an agency has granted on a formal case, and waits for one that it has not', async () => {
    const project = await planned(people, '已有正式办件的项目', ours)
    const papers = await papersOf(people, project)
    const registry = people.heads['land-registry']
    if (!registry) throw new Error('no head')
    for (const occurrence of ['A03', 'B02', 'C01', 'C07'])
      await agreed(people, project, said(await requesting(people, project, occurrence, papers)))
    await won(people, project, papers)
    const openable = said(await registry.ask(cases.ofProject, { params: { projectId: project.id } })).openable
    const handedIn = openable.find(({ occurrence }) => occurrence === 'A04')?.materials.map(({ id }) => id) ?? []
    let now = await opened(registry, project, { occurrence: 'A04', handedIn })
    expect(unmet(one(await board(people.coordinator, project), 'A04'))).toEqual(['formal-case'])
    for (const type of ['accept', 'startDepartment', 'pass'] as const)
      now = await acted(registry, now, { type }, type === 'pass' ? { attached: namedPapers('reviewOpinion') } : {})
    const { issued } = said(await issuing(people.coordinator, project))
    const delivered = said(await registry.ask(cases.read, { params: { caseId: now.id } }))
    expect(delivered.time).toMatchObject({ hand: 'ended', due: null })
    expect(delivered.documents.at(-1)?.number).toBe(issued.find(({ matter }) => matter === 'A04')?.number)
  })
})

describe('exactly one set', () => {
  it('comes of eight presses at once, by two people', async () => {
    const { project } = await ready(people, '八次同时按的项目', ours)
    const presses = Array.from({ length: 8 }, (_, i) => issuing(i % 2 ? people.coordinator : people.second, project))
    const answers = await Promise.all(presses)
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    for (const answer of answers) if (!answer.ok) expect(answer.problem.type).toMatch(/landDay.done|request.stale/)
    expect([await count('certificate', project), await count('land_conversion', project)]).toEqual([5, 1])
  })

  it('comes of a repeated request, which gets the first answer', async () => {
    const { project } = await ready(people, '重复提交的项目', ours)
    const press = () =>
      people.coordinator.ask(
        land.issue,
        { params: { projectId: project.id } },
        { idempotencyKey: `land-${project.id}` },
      )
    const first = said(await press())
    expect(said(await press())).toEqual(first)
    expect(await count('certificate', project)).toBe(5)
  })

  it('comes of a page that is out of date: what was issued meanwhile is told, not issued again', async () => {
    const { project } = await ready(people, '页面过时的项目', ours)
    said(await issuing(people.coordinator, project))
    expect(await issuing(people.second, project)).toMatchObject({
      problem: { status: 409, type: '/problems/landDay.done' },
    })
    expect(await count('certificate', project)).toBe(5)
  })
})

describe('a rehearsal 演练', () => {
  it('runs the whole conversion before the land is won, gives no number away and leaves nothing but its note', async () => {
    const project = await planned(people, '演练的项目', ours)
    const papers = await papersOf(people, project)
    for (const occurrence of REVIEWED)
      await agreed(people, project, said(await requesting(people, project, occurrence, papers)))
    const found = said(await rehearsing(people.coordinator, project))
    expect(found).toMatchObject({ ready: true, assumed: ['deal', 'contract', 'payment', 'handover'], missing: [] })
    expect(found.wouldIssue.map(({ matter }) => matter)).toEqual(['A03', 'A04', 'B02', 'C01', 'C07'])
    for (const table of ['certificate', 'case_file', 'land_conversion', 'land_event'])
      expect([table, await count(table, project)]).toEqual([table, 0])
    const seen = await board(people.coordinator, project)
    expect(seen.lastRehearsal).toMatchObject({ ready: true, missing: 0, by: '周知序' })
    expect(seen.preReviews.every(({ stage }) => stage === 'agreed')).toBe(true)

    // The numbers that it showed are the ones given on the day.
    await won(people, project, papers)
    const { issued } = said(await issuing(people.coordinator, project))
    expect(issued.map(({ number }) => number)).toEqual(found.wouldIssue.map(({ number }) => number))
  })

  it('says what is missing as things are, where nothing is assumed', async () => {
    const project = await planned(people, '照实演练的项目', ours)
    const found = said(await rehearsing(people.coordinator, project, false))
    expect(found).toMatchObject({ ready: false, assumed: [], wouldIssue: [] })
    expect(found.missing.map(({ matter, rule }) => `${matter} ${rule}`)).toContain('P10 land-event')
    expect(found.missing.map(({ matter, rule }) => `${matter} ${rule}`)).toContain('C07 opinion')
  })
})

describe('pre-review 模拟审批', () => {
  it('makes no case and no row of the national status, so that nothing of it is reported before the land is won', async () => {
    const project = await planned(people, '预审不上报的项目', ours)
    const papers = await papersOf(people, project)
    for (const occurrence of REVIEWED)
      await agreed(people, project, said(await requesting(people, project, occurrence, papers)))
    expect(await count('case_file', project)).toBe(0)
    const list = said(await people.coordinator.ask(cases.ofProject, { params: { projectId: project.id } }))
    expect(list.items).toEqual([])
  })

  it('asks for a new opinion when the drawings are replaced, and for the agency’s word when they only changed in the file', async () => {
    const project = await planned(people, '改图的项目', ours)
    const papers = await papersOf(people, project)
    let view = await agreed(people, project, said(await requesting(people, project, 'B02', papers)))
    expect(view).toMatchObject({ stage: 'agreed', validUntilOn: '2022-12-10', opinions: [{ signedBy: '顾长庚' }] })
    const params = { projectId: project.id, preReviewId: view.id }
    const newer = await papersOf(people, project, '2')
    view = said(
      await people.applicant.ask(
        land.replaceDrawings,
        { params, body: { drawings: newer.drawings } },
        { ifMatch: view.version },
      ),
    )
    expect(view).toMatchObject({ stage: 'open', validUntilOn: null })
    const resources = people.heads['natural-resources']
    const stale = { drawingsSha256: view.versions[0] ?? '', verdict: 'agrees', text: '同意' } as const
    expect(await resources?.ask(land.opine, { params, body: stale }, { ifMatch: view.version })).toMatchObject({
      problem: { status: 409, rule: 'preReview.otherVersion' },
    })
    expect(unmet(one(await board(people.coordinator, project), 'B02'))).toContain('opinion')

    view = await agreed(people, project, view)
    await uploaded(people.applicant, project.id, '施工图.pdf', pdfOf('改了一个错字'), { materialId: newer.drawings })
    expect(unmet(one(await board(people.coordinator, project), 'B02'))).toContain('same-drawings')
    const deemed = { params, body: { reason: '只改了一个错字' } }
    view = said((await resources?.ask(land.deemInsubstantial, deemed, { ifMatch: view.version })) ?? fail())
    expect(view.insubstantialBy).toBe('顾长庚')
    expect(unmet(one(await board(people.coordinator, project), 'B02'))).not.toContain('same-drawings')
    // The agency spoke of that version, not of the next.
    await uploaded(people.applicant, project.id, '施工图.pdf', pdfOf('改了柱网'), { materialId: newer.drawings })
    expect(unmet(one(await board(people.coordinator, project), 'B02'))).toContain('same-drawings')
  })

  it('is opined on by the agency of its matter alone', async () => {
    const project = await planned(people, '他部门的项目', ours)
    const view = said(await requesting(people, project, 'B02', await papersOf(people, project)))
    const body = { drawingsSha256: view.versions[0] ?? '', verdict: 'agrees', text: '' } as const
    const params = { projectId: project.id, preReviewId: view.id }
    expect(await people.heads.approval?.ask(land.opine, { params, body }, { ifMatch: view.version })).toMatchObject({
      problem: { status: 403, type: '/problems/preReview.notYours' },
    })
  })

  it('expires after six months: the land day waits for a new one, which may then be requested', async () => {
    const { project, papers } = await ready(people, '过期的项目', ours)
    product.world.moveTo('2022-12-11T03:00:00Z')
    const seen = await board(people.coordinator, project)
    expect(unmet(one(seen, 'B02'))).toEqual(['validity'])
    expect(seen.requestable.map(({ occurrence }) => occurrence)).toEqual(expect.arrayContaining(['A03', 'B02', 'C07']))
    expect(await issuing(people.coordinator, project)).toMatchObject({
      problem: { type: '/problems/landDay.notReady' },
    })
    for (const occurrence of REVIEWED)
      await agreed(people, project, said(await requesting(people, project, occurrence, papers)))
    expect(said(await issuing(people.coordinator, project)).issued).toHaveLength(5)
  })

  it('lapses when the land is not won, and then nothing may be issued on it', async () => {
    const project = await planned(people, '未竞得的项目', ours)
    const papers = await papersOf(people, project)
    await agreed(people, project, said(await requesting(people, project, 'B02', papers)))
    const after = said(await recording(people.coordinator, project, 'notWon', { reference: '出让结果公示' }))
    expect(after.preReviews.map(({ stage }) => stage)).toEqual(['lapsed'])
    expect(await recording(people.coordinator, project, 'deal')).toMatchObject({
      problem: { type: '/problems/land.settled' },
    })
    expect(said(await rehearsing(people.coordinator, project))).toMatchObject({ ready: false, assumed: [] })
  })

  it('is not for matters without that track, files that are not there, or a second time', async () => {
    const project = await planned(people, '申请有误的项目', ours)
    const papers = await papersOf(people, project)
    expect(await requesting(people, project, 'A06', papers)).toMatchObject({
      problem: { rule: 'preReview.notThisTrack' },
    })
    expect(await requesting(people, project, 'B02', { ...papers, parcel: project.id })).toMatchObject({
      problem: { status: 422, errors: [{ pointer: '/parcel' }] },
    })
    const both = await Promise.all(['B02', 'B02'].map((occurrence) => requesting(people, project, occurrence, papers)))
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
    const slower = both.find(({ ok }) => !ok)
    expect(slower).toMatchObject({
      problem: { status: expect.toSatisfy((status) => status === 409 || status === 412) },
    })
    expect(await requesting(people, project, 'B02', papers)).toMatchObject({ problem: { rule: 'preReview.notOpen' } })
  })
})

describe('what became of the land', () => {
  it('is recorded by who handles it, on days that can be, and put right with a reason until certificates were issued', async () => {
    const { project } = await ready(people, '登记拿地的项目', ours)
    const ecology = await people.as(['agencyHead'], { agency: 'ecology' })
    expect(await recording(ecology, project, 'payment')).toMatchObject({ problem: { type: '/problems/land.notYours' } })
    expect(await recording(people.coordinator, project, 'handover')).toMatchObject({
      problem: { type: '/problems/land.needsReason' },
    })
    const reason = '交地单日期写错'
    expect(await recording(people.coordinator, project, 'handover', { on: '2022-06-11', reason })).toMatchObject({
      problem: { type: '/problems/land.wrongDay' },
    })
    expect(await recording(people.coordinator, project, 'handover', { on: '2022-06-09', reason })).toMatchObject({
      problem: { type: '/problems/land.wrongDay' },
    })
    said(await issuing(people.coordinator, project))
    expect(await recording(people.coordinator, project, 'handover', { reason })).toMatchObject({
      problem: { type: '/problems/land.settled' },
    })
  })

  it('is compared with the plan afterwards: working days to the first permit, the law’s sum and the promise', async () => {
    const { project } = await ready(people, '对照方案的项目', ours)
    product.world.moveTo('2022-06-14T03:00:00Z')
    said(await issuing(people.coordinator, project))
    const { comparison } = await board(people.coordinator, project)
    // Friday 10 June to Tuesday 14 June 2022: two working days, four days.
    expect(comparison?.firstPermit).toMatchObject({ on: '2022-06-14', days: 4, workdays: 2 })
    // 20 for A03 and B02 (行政许可法 42), 30 for the title, 7 for the construction permit; the drawing review has its own.
    const statutory = Object.fromEntries(comparison?.rows.map((r) => [r.matter, r.statutory]) ?? [])
    expect(statutory).toMatchObject({ A03: 20, A04: 30, B02: 20, C07: 7 })
    expect(comparison?.statutorySum).toBe(77 + (statutory.C01 ?? 0))
  })
})

describe('the database itself', () => {
  it('lets nobody issue for another agency outside of a conversion', async () => {
    const { project } = await ready(people, '越权发证的项目', ours)
    const { issued } = said(await issuing(people.coordinator, project))
    const { rows } = await product.database.owner.query(
      `select conversion_id from kg.land_conversion where project_id = $1`,
      [project.id],
    )
    const asking = {
      district: JINTAN,
      person: people.coordinator.person.person,
      agency: null,
      company: null,
      reach: 'district',
    } as const
    const forged = inTransaction(product.database.db, asking, (tx) =>
      sql`insert into certificate select district_code, ${project.id}::uuid, version, head, project_id, 'X', matter, kind, 'X', agency_id, agency_name,
        company_id, holder, holder_code, project_name, project_code, lines, issued_on, valid_until, status, ended_on, reason, replaces, replaced_by,
        case_id, pre_review_id, ${rows[0].conversion_id}::uuid, synthetic, issued_at from certificate
        where certificate_id = ${issued[0]?.certificateId}`.execute(tx),
    )
    await expect(forged).rejects.toThrow(/row-level security/)
  })
})
