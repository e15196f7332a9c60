import { contracts } from '@kaigong/contract'
import { certificateById, verifyPath } from '../certificates/view.ts'
import { documentOf, planRow } from '../plans/rows.ts'
import { isRefused, refuse } from '../platform/http/answer.ts'
import { type Route, route } from '../platform/http/route.ts'
import { type CertificateOnPaper, certificatePdf } from './certificate.ts'
import type { DocumentDeps } from './deps.ts'
import { guideOf } from './guide/guideOf.ts'
import { caseOnPaper } from './notice/caseOnPaper.ts'
import { noticeOf, paperName } from './notice/noticeOf.ts'
import { noticeSheet } from './notice/noticeSheet.ts'

const { documents } = contracts

/** Papers as files: listed, and each drawn anew from what happened, so that it says what the record says. */
export const documentRoutes = (deps: DocumentDeps): readonly Route[] => [
  route(documents.ofCase, async ({ params: { caseId }, actor: { district }, read }) => {
    const found = await read((tx) => caseOnPaper(tx, deps.catalogues, district, caseId))
    return found ? { status: 200, body: { items: found.papers } } : refuse('request.notFound')
  }),
  route(documents.paper, async ({ params: { caseId, version, kind }, query: { lang }, actor: { district }, read }) => {
    const found = await read((tx) => caseOnPaper(tx, deps.catalogues, district, caseId))
    const paper = found?.papers.find((p) => p.version === version && p.kind === kind)
    if (!found || !paper) return refuse('request.notFound')
    const index = found.happened.findIndex((h) => h.version === version)
    const events = found.happened.map(({ event }) => event)
    const notice = noticeOf(kind, events, index, found.about)
    const content = await deps.press.print({ sheet: 'notice', data: noticeSheet(notice, lang, paper.on) })
    if (isRefused(content)) return content
    const fileName = `${found.about.number} ${paperName(kind)[lang]}.pdf`
    return { status: 200, bytes: { content, type: 'application/pdf', fileName } }
  }),
  route(documents.certificate, async ({ params: { certificateId }, actor: { district }, read }) => {
    const row = await read((tx) => certificateById(tx, district, certificateId))
    if (!row) return refuse('request.notFound')
    if (row.status !== 'inForce') return refuse('certificate.notInForce')
    const paper: CertificateOnPaper = {
      kind: row.matter,
      title: row.kind,
      number: row.number,
      holder: row.holder,
      project: row.project_name,
      projectCode: row.project_code,
      agency: row.agency_name,
      issuedOn: row.issued_on,
      validUntil: row.valid_until,
      lines: row.lines.map(({ label, value }) => [label, { zh: value, en: value }]),
      synthetic: row.synthetic,
      verifyUrl: `${deps.publicUrl}${verifyPath(district, certificateId)}`,
    }
    const content = await certificatePdf(paper, await deps.seals.of(district), { press: deps.press, at: deps.now() })
    if (isRefused(content)) return content
    const fileName = `${row.kind.zh} ${row.number}.pdf`
    return { status: 200, bytes: { content, type: 'application/pdf', fileName } }
  }),
  route(documents.guide, async ({ params: { projectId, no }, query: { lang }, actor: { district }, read }) => {
    const row = await read((tx) => planRow(tx, district, projectId, no))
    if (!row) return refuse('request.notFound')
    const { status, synthetic } = row
    const data = guideOf(documentOf(row), { no, isAdopted: status === 'adopted', synthetic }, lang)
    const content = await deps.press.print({ sheet: 'guide', data })
    if (isRefused(content)) return content
    return { status: 200, bytes: { content, type: 'application/pdf', fileName: `${data.title} ${no}.pdf` } }
  }),
  route(documents.seals, async ({ params: { district } }) => {
    const content = deps.seals.certificates(district)
    if (content === null) return refuse('request.notFound')
    return { status: 200, bytes: { content, type: 'application/x-pem-file', fileName: `${district}-seals.pem` } }
  }),
]
