import type { LandCertificate } from '@kaigong/contract'
import { Link } from '@tanstack/react-router'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { ConditionList } from './ConditionList.tsx'

const signs = { issued: '✓', ready: '●', waiting: '○', notApplicable: '–' } as const

/** One certificate of the land day: how far it has come, then each of its conditions. */
export function CertificateCard({ certificate }: { readonly certificate: LandCertificate }) {
  const t = useText()
  const pick = usePick()
  const { state, matter, name, agencyName, conditions, certificate: issued, case: formal, preReview } = certificate
  const unmet = conditions.filter(({ met }) => !met).length
  return (
    <article className={`land-card land-${state}`} aria-label={pick(name)}>
      <header>
        <h2>
          <span className="land-code">{matter}</span> {pick(name)}
        </h2>
        <p className="land-state">
          <span aria-hidden>{signs[state]}</span> {t(`land.state.${state}`)}
          {state === 'waiting' && unmet > 0 && ` · ${t('land.unmet', { n: unmet })}`}
        </p>
        <p className="case-soft">{agencyName && pick(agencyName)}</p>
      </header>
      {issued ? (
        <p className="land-number">
          <Link to="/certificates/$certificateId" params={{ certificateId: issued.id }}>
            {issued.number}
          </Link>
          <span className="case-soft">{issued.issuedOn}</span>
        </p>
      ) : (
        certificate.issuedOn && <p className="case-soft">{t('land.issuedOn', { day: certificate.issuedOn })}</p>
      )}
      {formal && (
        <p className="case-soft">
          <Link to="/cases/$caseId" params={{ caseId: formal.id }}>
            {formal.number}
          </Link>{' '}
          {pick(formal.stageName)}
        </p>
      )}
      {preReview && state !== 'issued' && (
        <p className="case-soft">
          {t('land.preReviewed', { number: preReview.number, stage: t(`land.stage.${preReview.stage}`) })}
        </p>
      )}
      {state !== 'issued' && <ConditionList conditions={conditions} />}
    </article>
  )
}
