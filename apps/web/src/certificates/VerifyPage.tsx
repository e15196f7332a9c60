import './certificates.css'
import { type CertificateId, contracts, type DistrictCode } from '@kaigong/contract'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Alert } from 'antd'
import { asking, ProblemError } from '../api/asking.ts'
import { EmptyState } from '../shell/EmptyState.tsx'
import { PageSkeleton } from '../shell/PageSkeleton.tsx'
import { PageTitle } from '../shell/PageTitle.tsx'
import { ProblemView } from '../shell/ProblemView.tsx'
import { LanguageSwitch } from '../shell/Switches.tsx'
import { beijingTime } from '../text/time.ts'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { StatusTag } from './StatusTag.tsx'

const isUnknown = (error: Error): boolean => error instanceof ProblemError && [404, 422].includes(error.problem.status)

/** What the QR code on a certificate leads to: whether it holds, for anybody who has the paper in hand. */
export function VerifyPage() {
  const t = useText()
  const pick = usePick()
  const { district, certificateId } = useParams({ from: '/verify/$district/$certificateId' })
  const params = { district: district as DistrictCode, certificateId: certificateId as CertificateId }
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['verify', district, certificateId],
    queryFn: () => asking(contracts.certificates.verify, { params }, { anonymous: true }),
  })
  if (isPending) return <PageSkeleton />
  return (
    <main className="certificate-verify">
      <PageTitle title={t('certificates.verify')}>
        <LanguageSwitch />
      </PageTitle>
      {error ? (
        isUnknown(error) ? (
          <EmptyState title={t('certificates.unknown')} hint={t('certificates.unknownHint')} />
        ) : (
          <ProblemView error={error} onRetry={refetch} />
        )
      ) : (
        <>
          {data.synthetic && <Alert type="warning" showIcon title={t('certificates.syntheticHint')} />}
          <Alert
            type={data.status === 'inForce' ? 'success' : 'error'}
            showIcon
            title={t(`certificates.holds.${data.status}`)}
            description={data.endedOn && t('certificates.since', { day: data.endedOn })}
          />
          <dl className="certificate-paper">
            {(
              [
                [t('certificates.number'), data.number],
                [t('certificates.kind'), pick(data.kind)],
                [t('certificates.holder'), data.holder],
                [t('certificates.agency'), pick(data.agencyName)],
                [t('certificates.issuedOn'), data.issuedOn],
                [t('certificates.validUntil'), data.validUntil],
                [t('certificates.project'), data.projectName],
                [t('certificates.projectCode'), data.projectCode],
                [t('certificates.district'), pick(data.districtName)],
              ] as const
            ).map(
              ([name, value]) =>
                value && (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd>{value}</dd>
                  </div>
                ),
            )}
          </dl>
          {data.chain.length > 1 && (
            <section>
              <h2>{t('certificates.chain')}</h2>
              <ol className="certificate-chain">
                {data.chain.map(({ id, number, issuedOn, status, endedOn, reason }) => (
                  <li key={id}>
                    <strong>{number}</strong> <StatusTag status={status} /> {issuedOn}
                    {endedOn && ` → ${endedOn}`}
                    {reason && <div>{t('certificates.because', { reason })}</div>}
                  </li>
                ))}
              </ol>
            </section>
          )}
          <p className="certificate-checked">{t('certificates.checkedAt', { at: beijingTime(data.checkedAt) })}</p>
        </>
      )}
    </main>
  )
}
