import './certificates.css'
import '../cases/cases.css'
import { DownloadOutlined } from '@ant-design/icons'
import { type CertificateView, contracts, urlOf } from '@kaigong/contract'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button, Tag, Typography } from 'antd'
import { useState } from 'react'
import { PageTitle } from '../shell/PageTitle.tsx'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { CertificateActForm } from './CertificateActForm.tsx'
import { oneCertificate } from './queries.ts'
import { StatusTag } from './StatusTag.tsx'

/** One certificate with everything that stands on the paper, its public address, and what its agency may do to it. */
export function CertificatePage() {
  const t = useText()
  const pick = usePick()
  const { certificateId } = useParams({ from: '/certificates/$certificateId' })
  const { data: view } = useSuspenseQuery(oneCertificate(certificateId))
  const [doing, setDoing] = useState<'correct' | 'reissue' | 'revoke'>()
  return (
    <>
      <PageTitle title={pick(view.kind)} />
      <div className="case-head">
        <StatusTag status={view.status} />
        {view.onLandDay && <Tag>{t('certificates.onLandDay')}</Tag>}
        {view.synthetic && <Tag color="gold">{t('certificates.synthetic')}</Tag>}
      </div>
      <Paper view={view} />
      <p className="case-soft">
        {t('certificates.verifyAt')}{' '}
        <Typography.Text copyable={{ text: `${location.origin}${view.verifyPath}` }}>
          <Link to="/verify/$district/$certificateId" params={verifyParams(view.verifyPath)}>
            {view.verifyPath}
          </Link>
        </Typography.Text>
      </p>
      {view.status === 'inForce' && (
        <p>
          <Button
            type="primary"
            icon={<DownloadOutlined aria-hidden />}
            href={urlOf(contracts.documents.certificate, { certificateId: view.id })}
          >
            {t('certificates.pdf')}
          </Button>
        </p>
      )}
      {view.mayAct && (
        <div className="case-acts">
          <Button onClick={() => setDoing('correct')}>{t('certificates.correct')}</Button>
          <Button onClick={() => setDoing('reissue')}>{t('certificates.reissue')}</Button>
          {view.caseId === null && (
            <Button danger onClick={() => setDoing('revoke')}>
              {t('certificates.revoke')}
            </Button>
          )}
        </div>
      )}
      {doing && <CertificateActForm view={view} act={doing} onClose={() => setDoing(undefined)} />}
    </>
  )
}

function verifyParams(path: string) {
  const [, , district = '', certificateId = ''] = path.split('/')
  return { district, certificateId }
}

/** The certificate as its paper shows it, and what it came of. */
function Paper({ view }: { readonly view: CertificateView }) {
  const t = useText()
  const pick = usePick()
  const { replaces, replacedBy } = view
  const other = (id: string) => (
    <Link to="/certificates/$certificateId" params={{ certificateId: id }}>
      {t('certificates.open')}
    </Link>
  )
  const facts: readonly (readonly [string, React.ReactNode])[] = [
    [t('certificates.number'), <strong key="number">{view.number}</strong>],
    [t('certificates.holder'), view.holder],
    [t('certificates.agency'), pick(view.agencyName)],
    [t('certificates.issuedOn'), view.issuedOn],
    ...(view.validUntil ? [[t('certificates.validUntil'), view.validUntil] as const] : []),
    [
      t('certificates.project'),
      <Link key="project" to="/projects/$projectId/$tab" params={{ projectId: view.projectId, tab: 'cases' }}>
        {view.projectName}
      </Link>,
    ],
    ...(view.projectCode ? [[t('certificates.projectCode'), view.projectCode] as const] : []),
    ...view.lines.map(({ label, value }) => [pick(label), value] as const),
    ...(view.preReview ? [[t('certificates.preReview'), view.preReview] as const] : []),
    ...(view.caseId
      ? [
          [
            t('certificates.case'),
            <Link key="case" to="/cases/$caseId" params={{ caseId: view.caseId }}>
              {t('certificates.open')}
            </Link>,
          ] as const,
        ]
      : []),
    ...(view.endedOn ? [[t('certificates.endedOn'), view.endedOn] as const] : []),
    ...(view.reason ? [[t('certificates.reason'), view.reason] as const] : []),
    ...(replaces ? [[t('certificates.replaces'), other(replaces)] as const] : []),
    ...(replacedBy ? [[t('certificates.replacedBy'), other(replacedBy)] as const] : []),
  ]
  return (
    <dl className="certificate-paper">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
