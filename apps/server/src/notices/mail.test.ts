import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type CompanyId, contracts } from '@kaigong/contract'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acted, adopted, company, opened, papers } from '../cases/cases.fixture.ts'
import { said } from '../plans/planned.fixture.ts'
import { type Asker, inDistrict, JINTAN, openProduct, type Product } from '../product.fixture.ts'
import { type Mailer, openMailer } from './mailer.ts'
import { mailJobs } from './mailJobs.ts'

const { notices } = contracts
const ADDRESS = 'applicant@example.cn'

let product: Product
let mailer: Mailer
let ours: CompanyId
let coordinator: Asker
let officer: Asker
let applicant: Asker
/** What arrived, decoded. */
const arrived: { readonly to: readonly string[]; readonly text: string }[] = []
let isRefusing = false
const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onRcptTo: ({ address }, _session, done) =>
    isRefusing ? done(Object.assign(new Error(`no mailbox ${address}`), { responseCode: 450 })) : done(),
  onData: async (stream, session, done) => {
    const chunks: Buffer[] = []
    for await (const chunk of stream) chunks.push(chunk as Buffer)
    const mail = Buffer.concat(chunks).toString('utf8')
    const end = mail.indexOf('\r\n\r\n')
    const [head, body] = [mail.slice(0, end), mail.slice(end + 4)]
    arrived.push({ to: session.envelope.rcptTo.map(({ address }) => address), text: decoded(head, body) })
    done()
  },
})
const decoded = (head: string, body: string): string =>
  /^content-transfer-encoding: base64/im.test(head)
    ? Buffer.from(body, 'base64').toString('utf8')
    : decodeURIComponent(
        body
          .replace(/=\r\n/g, '')
          .replace(/%/g, '%25')
          .replace(/=([0-9A-F]{2})/g, '%$1'),
      )

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  mailer = openMailer(`smtp://127.0.0.1:${port}`, '开工 <kaigong@example.cn>')
  product = await openProduct({ mailer, publicUrl: 'https://kaigong.example.cn' })
  ours = await company(product, '虚构申请企业')
  coordinator = await product.signedInAs(['coordinator'])
  officer = await product.signedInAs(['officer'], { agency: 'ecology' })
  applicant = await product.signedInAs(['companyUser'], { company: ours })
  said(await applicant.ask(notices.keepMailAddress, { body: { address: ADDRESS } }))
}, 60_000)
afterAll(async () => {
  mailer.close()
  await new Promise<void>((done) => server.close(done))
  await product.close()
})

const run = async (queue: 'mailUrgent' | 'mailDigest') => {
  await mailJobs(product.deps)
    .find((job) => job.queue === queue)
    ?.run({ district: JINTAN }, new AbortController().signal)
  return arrived.splice(0)
}
const corrected = async (name: string) => {
  const received = await opened(officer, await adopted(coordinator, name, ours))
  const attached = papers('writtenNotice')
  return await acted(officer, received, { type: 'askCorrection', items: ['A06-quota'] }, { attached })
}

describe('a notice by mail', () => {
  it('comes at once where it is urgent, once, with a link and no word that somebody wrote', async () => {
    const { id, number } = await corrected('要补正的项目')
    const [mail, ...more] = await run('mailUrgent')
    expect(more).toEqual([])
    expect(mail?.to).toEqual([ADDRESS])
    expect(mail?.text).toContain(`请补正材料：环境影响评价审批/备案（${number}）`)
    expect(mail?.text).toContain(`https://kaigong.example.cn/cases/${id}`)
    expect(await run('mailUrgent')).toEqual([])
    expect(await run('mailDigest')).toEqual([])
  })

  it('waits for the morning where it is not urgent, and comes together with the others that are unread', async () => {
    for (const name of ['不受理之一', '不受理之二']) {
      const received = await opened(officer, await adopted(coordinator, name, ours))
      const attached = papers('writtenNotice')
      await acted(officer, received, { type: 'sayNotRequired', reason: '张三说不需要' }, { attached })
    }
    expect(await run('mailUrgent')).toEqual([])
    const mails = await run('mailDigest')
    expect(mails).toHaveLength(1)
    expect(mails[0]?.text.match(/不受理：/g)).toHaveLength(2)
    expect(mails[0]?.text).not.toContain('张三')
  })

  it('does not come of what was read before', async () => {
    await corrected('已读的项目')
    said(await applicant.ask(notices.markRead, { body: {} }))
    expect(await run('mailUrgent')).toEqual([])
  })

  it('is tried again after a refusal, which names no address in the list of jobs', async () => {
    await corrected('邮箱一时收不下的项目')
    isRefusing = true
    const refusal = await run('mailUrgent').catch((error: unknown) => String(error))
    isRefusing = false
    expect(refusal).toContain('450')
    expect(refusal).not.toContain(ADDRESS)
    expect(await run('mailUrgent')).toHaveLength(1)
  })

  it('goes to nobody who has forgotten the address, and no administrator sees one', async () => {
    const administrator = await product.signedInAs(['districtAdministrator'])
    const { person, agency } = administrator.person
    const seen = await inDistrict(product.database.db, (tx) => tx.selectFrom('mail_address').selectAll().execute(), {
      district: JINTAN,
      person,
      agency,
      company: null,
      reach: 'district',
    })
    expect(seen).toEqual([])
    said(await applicant.ask(notices.keepMailAddress, { body: { address: null } }))
    await corrected('不要邮件的项目')
    expect(await run('mailUrgent')).toEqual([])
  })
})
