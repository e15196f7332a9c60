import './land.css'
import '../cases/cases.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Tag } from 'antd'
import { PageTitle } from '../shell/PageTitle.tsx'
import { beijingTime } from '../text/time.ts'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { CertificateCard } from './CertificateCard.tsx'
import { Comparison } from './Comparison.tsx'
import { ConditionList } from './ConditionList.tsx'
import { LandEvents } from './LandEvents.tsx'
import { PreReviews } from './PreReviews.tsx'
import { Press } from './Press.tsx'
import { landBoard } from './queries.ts'

/** The land day of a project (拿地日): its certificates side by side, every condition of each, who must act, and the button. */
export function LandDayPage() {
  const t = useText()
  const pick = usePick()
  const { projectId } = useParams({ from: '/land-day/$projectId' })
  const { data: board } = useSuspenseQuery(landBoard(projectId))
  const { conversion, lastRehearsal } = board
  return (
    <div className="land">
      <PageTitle title={t('land.title', { name: board.projectName })} />
      <p className="land-facts">
        <Link to="/projects/$projectId/$tab" params={{ projectId, tab: 'plan' }}>
          {t('land.toProject')}
        </Link>
        {board.company && <span>{board.company}</span>}
        <span>{t('land.basis', { basis: pick(board.basis.name) })}</span>
        <strong>
          {board.landOn === null
            ? t('land.plannedOn', { day: board.plannedLandDay ?? '—' })
            : t('land.landOn', { day: board.landOn })}
        </strong>
        {board.synthetic && <Tag color="gold">{t('land.synthetic')}</Tag>}
      </p>
      {!board.hasPlan && <Alert type="info" showIcon title={t('land.noPlan')} />}
      <Press board={board} />
      {lastRehearsal && !conversion && (
        <p className="case-soft">
          {t(lastRehearsal.ready ? 'land.rehearsedReady' : 'land.rehearsedMissing', {
            at: beijingTime(lastRehearsal.at),
            by: lastRehearsal.by ?? '—',
            n: lastRehearsal.missing,
          })}
        </p>
      )}
      {board.general.length > 0 && !conversion && (
        <section className="land-general" aria-label={t('land.general')}>
          <ConditionList conditions={board.general} />
        </section>
      )}
      <div className="land-cards">
        {board.certificates.map((certificate) => (
          <CertificateCard key={certificate.matter} certificate={certificate} />
        ))}
      </div>
      {board.comparison && <Comparison comparison={board.comparison} />}
      <div className="land-columns">
        <LandEvents board={board} />
        <PreReviews board={board} />
      </div>
    </div>
  )
}
