import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  type AgencyId,
  contracts,
  LARGEST_FILE,
  type MaterialView,
  materialList,
  type ProjectView,
} from '@kaigong/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jobDefinitions } from '../capabilities.ts'
import { computed, factsOf, registered, said } from '../plans/planned.fixture.ts'
import { type Browser, JINTAN, openProduct, type Product } from '../product.fixture.ts'
import type { Found } from './scanner.ts'
import { announced, begun, finish, part, pdfOf, sent, uploaded, zipOf } from './upload.fixture.ts'

const { files, projects } = contracts

let product: Product
let coordinator: Browser
let project: ProjectView
let wanted: ReturnType<typeof materialList>
/** What the scanner says; clean, unless a test has it say something else. */
let scanned: Found = { clean: true }
beforeAll(async () => {
  product = await openProduct({ scanner: async () => scanned })
  coordinator = await product.signedInAs(['coordinator'], { name: '专班甲' })
  project = await registered(coordinator, '有材料的项目', factsOf('leased-workshop'))
  wanted = materialList((await computed(coordinator, project.id)).plan)
}, 60_000)
afterAll(() => product.close())

const list = async (): Promise<readonly MaterialView[]> =>
  said(await coordinator.ask(files.list, { params: { projectId: project.id } })).items

const download = (who: Browser, { id }: MaterialView, no: number) =>
  product.app.inject({
    url: `/api/v1/projects/${project.id}/materials/${id}/versions/${no}`,
    headers: { cookie: who.cookie() },
  })

/** Files of the district under a folder of the store. */
const lying = (folder: 'kept' | 'coming') =>
  readdirSync(join(product.filesFolder, folder), { recursive: true, withFileTypes: true }).filter((f) => f.isFile())

const refusalOf = (answer: { readonly ok: boolean; readonly problem?: { readonly type: string } }) =>
  answer.ok ? 'answered' : answer.problem?.type.replace('/problems/', '')

describe('a material', () => {
  it('comes in parts, is kept under its hash, and is handed out under its Chinese name as it was', async () => {
    const bytes = pdfOf('出让合同')
    const upload = await begun(coordinator, project.id, announced('出让合同 （正本）.pdf', bytes))
    expect(upload).toMatchObject({ received: 0, size: bytes.length })
    said(await part(coordinator, project.id, upload, 0, bytes.subarray(0, 10)))
    expect(said(await part(coordinator, project.id, upload, 10, bytes.subarray(10))).received).toBe(bytes.length)
    const material = said(await finish(coordinator, project.id, upload))
    expect(material).toMatchObject({
      version: 1,
      latest: { no: 1, name: '出让合同 （正本）.pdf', kind: 'pdf', scanned: true, uploadedBy: '专班甲' },
      earlier: [],
    })
    const { rawPayload, headers } = await download(coordinator, material, 1)
    expect(rawPayload.equals(bytes)).toBe(true)
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(bytes.length),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('出让合同 （正本）.pdf')}`,
    })
    expect(lying('kept').map(({ name }) => name)).toContain(material.latest.sha256)
    expect(lying('coming')).toEqual([])
  })

  it('with the same content lies in the store once, however often it is given', async () => {
    const bytes = pdfOf('营业执照')
    const [one, other] = [
      await uploaded(coordinator, project.id, '营业执照.pdf', bytes),
      await uploaded(coordinator, project.id, '执照副本.pdf', bytes),
    ]
    expect(one.id).not.toBe(other.id)
    expect(lying('kept').filter(({ name }) => name === one.latest.sha256)).toHaveLength(1)
  })

  it('that is renewed shows its new version, and the old one stays', async () => {
    const [first, second] = [pdfOf('初稿'), pdfOf('定稿')]
    const material = await uploaded(coordinator, project.id, '方案.pdf', first)
    const renewed = await uploaded(coordinator, project.id, '方案（定稿）.pdf', second, { materialId: material.id })
    expect(renewed).toMatchObject({ id: material.id, version: 2, latest: { no: 2 }, earlier: [{ no: 1 }] })
    expect((await download(coordinator, renewed, 1)).rawPayload.equals(first)).toBe(true)
    expect((await download(coordinator, renewed, 2)).rawPayload.equals(second)).toBe(true)
    expect((await download(coordinator, renewed, 3)).statusCode).toBe(404)
  })

  it('tells who has seen which version of it, and when', async () => {
    const material = await uploaded(coordinator, project.id, '涉密程度自评.pdf', pdfOf('自评'))
    const leader = await product.signedInAs(['leader'], { name: '挂钩领导乙' })
    await download(leader, material, 1)
    const seen = said(await coordinator.ask(files.seen, { params: { projectId: project.id, materialId: material.id } }))
    expect(seen.items).toMatchObject([{ no: 1, by: '挂钩领导乙' }])
    const history = said(await coordinator.ask(projects.events, { params: { projectId: project.id }, query: {} }))
    expect(history.items[0]).toMatchObject({ type: 'materialDownloaded', says: { zh: '下载材料第 1 版：其他材料' } })
    // Names of files may name people, and events are for ever.
    expect(JSON.stringify(history.items)).not.toContain('涉密程度自评')
  })

  it('seen by many at once is recorded for each of them', async () => {
    const material = await uploaded(coordinator, project.id, '公示稿.pdf', pdfOf('公示'))
    const answers = await Promise.all(Array.from({ length: 8 }, () => download(coordinator, material, 1)))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(8).fill(200))
    const seen = said(await coordinator.ask(files.seen, { params: { projectId: project.id, materialId: material.id } }))
    expect(seen.items).toHaveLength(8)
  })

  it('keeps its project from being removed', async () => {
    const other = await registered(coordinator, '要删的项目', factsOf('leased-workshop'))
    await uploaded(coordinator, other.id, '合同.pdf', pdfOf('要删'))
    const { version } = said(await coordinator.ask(projects.read, { params: { projectId: other.id } }))
    const removed = await coordinator.ask(projects.remove, { params: { projectId: other.id } }, { ifMatch: version })
    expect(refusalOf(removed)).toBe('project.hasMaterials')
  })
})

describe('the checklist of a project', () => {
  const checklist = async () =>
    said(await coordinator.ask(files.checklist, { params: { projectId: project.id }, query: {} }))

  it('says of each material of the plan whether it is essential ★ or deferrable △, there, shared or missing', async () => {
    const { plan, items } = await checklist()
    expect(plan).toBe(1)
    expect(items.map(({ material }) => material)).toEqual(wanted.map(({ id }) => id))
    for (const { material, necessity, state } of items) {
      const asked = wanted.find(({ id }) => id === material)
      expect([material, necessity]).toEqual([material, asked?.essential ? 'essential' : 'deferrable'])
      expect([material, state]).toEqual([material, asked?.shared ? 'shared' : 'missing'])
    }
    expect(new Set(items.map(({ state }) => state))).toEqual(new Set(['shared', 'missing']))
  })

  it('a file given once serves several materials, and what it serves can be changed on the version one knows', async () => {
    const [first = '', second = ''] = wanted.map(({ id }) => id)
    const material = await uploaded(coordinator, project.id, '备案证.pdf', pdfOf('备案证'), { uses: [first] })
    const params = { projectId: project.id, materialId: material.id }
    const body = { uses: [first, second] }
    const used = said(await coordinator.ask(files.use, { params, body }, { ifMatch: material.version }))
    expect(used).toMatchObject({ version: 2, uses: [first, second] })
    const { items } = await checklist()
    expect(items.filter(({ files: there }) => there.includes(material.id)).map(({ state }) => state)).toEqual([
      'there',
      'there',
    ])
    const late = await coordinator.ask(files.use, { params, body }, { ifMatch: material.version })
    expect(refusalOf(late)).toBe('request.stale')
    const unknown = await coordinator.ask(files.use, { params, body: { uses: ['Z99-none'] } }, { ifMatch: 2 })
    expect(refusalOf(unknown)).toBe('file.unknownUse')
  })
})

describe('an upload that broke off', () => {
  it('goes on where it stopped, also for somebody who has forgotten its number', async () => {
    const bytes = pdfOf('x'.repeat(5000))
    const upload = await begun(coordinator, project.id, announced('大图.pdf', bytes))
    said(await part(coordinator, project.id, upload, 0, bytes.subarray(0, 2000)))
    const again = await begun(coordinator, project.id, announced('大图.pdf', bytes))
    expect(again).toMatchObject({ id: upload.id, received: 2000 })
    said(await part(coordinator, project.id, upload, 2000, bytes.subarray(2000)))
    const material = said(await finish(coordinator, project.id, upload))
    expect((await download(coordinator, material, 1)).rawPayload.equals(bytes)).toBe(true)
  })

  it('takes a part twice without harm, and none that leaves a gap or reaches past the end', async () => {
    const bytes = pdfOf('y'.repeat(100))
    const upload = await begun(coordinator, project.id, announced('图.pdf', bytes))
    const head = bytes.subarray(0, 50)
    expect(said(await part(coordinator, project.id, upload, 0, head)).received).toBe(50)
    expect(said(await part(coordinator, project.id, upload, 0, head)).received).toBe(50)
    expect(refusalOf(await part(coordinator, project.id, upload, 60, bytes.subarray(60)))).toBe('file.gap')
    expect(refusalOf(await part(coordinator, project.id, upload, 50, bytes))).toBe('request.tooLarge')
    expect(refusalOf(await finish(coordinator, project.id, upload))).toBe('file.incomplete')
    said(await part(coordinator, project.id, upload, 50, bytes.subarray(50)))
    const material = said(await finish(coordinator, project.id, upload))
    expect((await download(coordinator, material, 1)).rawPayload.equals(bytes)).toBe(true)
  })

  it('begins anew where the machine has lost what had come', async () => {
    const bytes = pdfOf('丢失')
    const upload = await sent(coordinator, project.id, '丢失.pdf', bytes)
    await product.deps.files.forget(JINTAN, upload.id)
    expect(await begun(coordinator, project.id, announced('丢失.pdf', bytes))).toMatchObject({
      id: upload.id,
      received: 0,
    })
  })

  it('is forgotten after a day, with all that had come; one that is younger is not', async () => {
    const [old, young] = [pdfOf('old'), pdfOf('young')]
    const upload = await sent(coordinator, project.id, '旧.pdf', old)
    product.world.advance({ hours: 23 })
    // Their session is over by then.
    coordinator = await product.signedInAs(['coordinator'], { name: '专班甲' })
    const other = await sent(coordinator, project.id, '新.pdf', young)
    product.world.advance({ hours: 2 })
    const clean = jobDefinitions(product.deps).find(({ queue }) => queue === 'cleaning')
    await clean?.run({ district: JINTAN }, new AbortController().signal)
    const left = lying('coming').map(({ name }) => name)
    expect(left).toContain(other.id)
    expect(left).not.toContain(upload.id)
    said(await finish(coordinator, project.id, other))
    const rows = await product.database.owner.query('select from file_upload where upload_id = $1', [upload.id])
    expect(rows.rowCount).toBe(0)
  })

  it('can be abandoned, and then leaves nothing', async () => {
    const upload = await sent(coordinator, project.id, '不要了.pdf', pdfOf('不要了'))
    const params = { projectId: project.id, uploadId: upload.id }
    expect((await coordinator.ask(files.abandon, { params })).ok).toBe(true)
    expect(lying('coming').map(({ name }) => name)).not.toContain(upload.id)
    expect(refusalOf(await coordinator.ask(files.upload, { params }))).toBe('request.notFound')
  })

  it('is one of twenty at most, so that nobody fills the disk', async () => {
    const helper = await product.signedInAs(['coordinator'])
    for (let i = 0; i < 20; i++) await begun(helper, project.id, announced(`${i}.pdf`, pdfOf(`${i} of many`)))
    const body = announced('21.pdf', pdfOf('one too many'))
    expect(refusalOf(await helper.ask(files.begin, { params: { projectId: project.id }, body }))).toBe(
      'file.tooManyUploads',
    )
  })
})

describe('finishing', () => {
  it('twice, or by two at once, makes one material', async () => {
    const upload = await sent(coordinator, project.id, '一次.pdf', pdfOf('一次'))
    const before = (await list()).length
    const both = await Promise.all([finish(coordinator, project.id, upload), finish(coordinator, project.id, upload)])
    const [one, other] = both.map((answer) => said(answer))
    expect(other).toEqual(one)
    expect(said(await finish(coordinator, project.id, upload))).toEqual(one)
    expect(await list()).toHaveLength(before + 1)
  })
})

describe('a file that may not be taken', () => {
  const nothingTaken = async (name: string, bytes: Buffer, code: string) => {
    const before = await list()
    const upload = await sent(coordinator, project.id, name, bytes)
    expect(refusalOf(await finish(coordinator, project.id, upload))).toBe(code)
    expect(await list()).toEqual(before)
    return upload
  }

  it('because it came otherwise than it was sent is thrown away', async () => {
    const bytes = pdfOf('原件')
    const upload = await begun(coordinator, project.id, announced('原件.pdf', bytes))
    said(await part(coordinator, project.id, upload, 0, pdfOf('改件')))
    expect(refusalOf(await finish(coordinator, project.id, upload))).toBe('file.wrongHash')
    expect(refusalOf(await finish(coordinator, project.id, upload))).toBe('request.notFound')
    expect(lying('coming').map(({ name }) => name)).not.toContain(upload.id)
  })

  it('because it is too large is refused before a byte is sent, in both languages', async () => {
    const body = { ...announced('巨图.zip', pdfOf('')), size: LARGEST_FILE + 1 }
    const answer = await coordinator.ask(files.begin, { params: { projectId: project.id }, body })
    expect(refusalOf(answer)).toBe('request.tooLarge')
    expect(answer.ok ? '' : answer.problem.detail).toContain('500 MB')
  })

  it('because it lies about its type, or is a bomb, is thrown away', async () => {
    await nothingTaken('图纸.dwg', Buffer.from('MZ\x90\0 a program'), 'file.lies')
    await nothingTaken('图纸.zip', zipOf([{ name: 'zeros', claims: 4_000_000_000 }]), 'file.bomb')
  })

  it('because it carries a virus is thrown away, and the history says who sent it', async () => {
    scanned = { virus: 'Eicar-Test-Signature' }
    await nothingTaken('发票.pdf', pdfOf('EICAR'), 'file.infected')
    scanned = { clean: true }
    const history = said(await coordinator.ask(projects.events, { params: { projectId: project.id }, query: {} }))
    expect(history.items[0]).toMatchObject({
      type: 'uploadInfected',
      actor: '专班甲',
      says: { zh: '上传的文件带有病毒（Eicar-Test-Signature），已丢弃' },
    })
  })

  it('because the scanner cannot be reached is not taken unscanned, and need not be sent again', async () => {
    scanned = { unanswered: 'ECONNREFUSED' }
    const upload = await nothingTaken('先等等.pdf', pdfOf('等扫描'), 'file.notScanned')
    scanned = { clean: true }
    expect(said(await finish(coordinator, project.id, upload))).toMatchObject({ latest: { scanned: true } })
  })
})

describe('who', () => {
  it('is in the team, or of an agency in it, or of the company, uploads', async () => {
    const officer = await product.signedInAs(['officer'], { agency: 'natural-resources' })
    const { version, team } = said(await coordinator.ask(projects.read, { params: { projectId: project.id } }))
    const contact = {
      personId: officer.person.person,
      duty: 'contact',
      agencyId: 'natural-resources' as AgencyId,
    } as const
    const body = { team: [...team.map(({ personId, duty, agencyId }) => ({ personId, duty, agencyId })), contact] }
    said(await coordinator.ask(projects.team, { params: { projectId: project.id }, body }, { ifMatch: version }))
    const seen = said(await officer.ask(files.list, { params: { projectId: project.id } }))
    expect(seen.mayWrite).toBe(true)
    expect(await uploaded(officer, project.id, '规划条件.pdf', pdfOf('规划条件'))).toMatchObject({ version: 1 })
  })

  it('uploaded something is the only one who sees or finishes that upload', async () => {
    const upload = await sent(coordinator, project.id, '我的.pdf', pdfOf('我的'))
    const colleague = await product.signedInAs(['coordinator'])
    expect(refusalOf(await finish(colleague, project.id, upload))).toBe('request.notFound')
    expect(refusalOf(await part(colleague, project.id, upload, 0, pdfOf('别人')))).toBe('request.notFound')
    said(await finish(coordinator, project.id, upload))
  })

  it('may only read uploads nothing', async () => {
    const body = announced('批示.pdf', pdfOf('批示'))
    for (const role of ['leader', 'inspector', 'auditor', 'utility'] as const) {
      const who = await product.signedInAs([role])
      expect(refusalOf(await who.ask(files.begin, { params: { projectId: project.id }, body }))).toBe('right.missing')
    }
  })

  it('is of an agency outside the team reads the materials and uploads none', async () => {
    const officer = await product.signedInAs(['officer'], { agency: 'archives' })
    const seen = said(await officer.ask(files.list, { params: { projectId: project.id } }))
    expect(seen.items.length).toBeGreaterThan(0)
    expect(seen.mayWrite).toBe(false)
    const answer = await officer.ask(files.begin, {
      params: { projectId: project.id },
      body: announced('意见.pdf', pdfOf('意见')),
    })
    expect(refusalOf(answer)).toBe('request.notFound')
  })
})
