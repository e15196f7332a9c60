import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type CaseView, contracts, type ProjectView } from '@kaigong/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { adopted, company, opened } from '../cases/cases.fixture.ts'
import { pdfOf, uploaded } from '../files/upload.fixture.ts'
import { said } from '../plans/planned.fixture.ts'
import { type Asker, openProduct, type Product } from '../product.fixture.ts'
import { unzipped } from './unzipped.fixture.ts'

const { exchange, files } = contracts

let product: Product
let ecology: Asker
let coordinator: Asker
let project: ProjectView
let view: CaseView
const form = pdfOf('环评申请表')
beforeAll(async () => {
  product = await openProduct()
  const ours = await company(product, '虚构案卷企业')
  coordinator = await product.signedInAs(['coordinator'])
  project = await adopted(coordinator, '案卷的项目', ours)
  await uploaded(coordinator, project.id, '申请表.pdf', form, { uses: ['A06-form'] })
  await uploaded(coordinator, project.id, '别的事项.pdf', pdfOf('别的'))
  ecology = await product.signedInAs(['officer'], { agency: 'ecology', name: '方知微' })
  view = await opened(ecology, project)
}, 60_000)
afterAll(() => product.close())

const asked = (who: Asker) => who.ask(exchange.caseFile, { params: { caseId: view.id } })

describe('the file of a case 案卷', () => {
  it('is one archive with an index, the case as data, the papers of its matter alone, and checksums that hold', async () => {
    const entries = unzipped(Buffer.from(said(await asked(ecology)) as unknown as Uint8Array))
    expect([...entries.keys()].sort()).toEqual(['SHA256SUMS', '办件.json', '材料/01-申请表.pdf', '目录.html'])
    expect(entries.get('材料/01-申请表.pdf')?.equals(form)).toBe(true)
    const sums = String(entries.get('SHA256SUMS')).trim().split('\n')
    expect(sums).toHaveLength(3)
    for (const line of sums) {
      const [hash, path = ''] = line.split('  ')
      const bytes = entries.get(path) ?? Buffer.alloc(0)
      expect([path, createHash('sha256').update(bytes).digest('hex')]).toEqual([path, hash])
    }
    expect(JSON.parse(String(entries.get('办件.json')))).toMatchObject({ number: view.number })
    expect(String(entries.get('目录.html'))).toContain('收件凭证')
  })

  it('records who took which material', async () => {
    const { items } = said(await coordinator.ask(files.list, { params: { projectId: project.id } }))
    const material = items.find(({ latest }) => latest.name === '申请表.pdf')
    const params = { projectId: project.id, materialId: material?.id ?? '' }
    expect(said(await coordinator.ask(files.seen, { params })).items).toMatchObject([{ no: 1, by: '方知微' }])
  })

  it('is refused whole where one of its papers is lost, and then nothing is recorded as taken', async () => {
    await rm(join(product.filesFolder, 'kept'), { recursive: true })
    expect(await asked(ecology)).toMatchObject({ problem: { type: '/problems/file.lost' } })
    const { rows } = await product.database.owner.query(`select 1 from event where type = 'materialDownloaded'`)
    expect(rows).toHaveLength(1)
  })
})
