import './cases.css'
import '../plans/plans.css'
import { contracts, urlOf } from '@kaigong/contract'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button, Card, Tag } from 'antd'
import { CertificateList } from '../certificates/CertificateList.tsx'
import { PageTitle } from '../shell/PageTitle.tsx'
import { beijingTime } from '../text/time.ts'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { Acts } from './Acts.tsx'
import { Clock } from './Clock.tsx'
import { capital } from './capital.ts'
import { Desk } from './Desk.tsx'
import { Documents } from './Documents.tsx'
import { Elapsed } from './Elapsed.tsx'
import { History } from './History.tsx'
import { Materials } from './Materials.tsx'
import { oneCase } from './queries.ts'
import { TimeTag } from './TimeTag.tsx'

/** One case on one page: where it stands, what may be done, its clock, materials, documents, and everything that happened. */
export function CasePage() {
  const t = useText()
  const pick = usePick()
  const { caseId } = useParams({ from: '/cases/$caseId' })
  const { data: view } = useSuspenseQuery(oneCase(caseId))
  const { origin } = view
  const facts = [
    [
      t('cases.project'),
      <Link key="project" to="/projects/$projectId/$tab" params={{ projectId: view.projectId, tab: 'cases' }}>
        {view.projectName}
      </Link>,
    ],
    [t('cases.number'), view.number],
    [t('cases.agency'), pick(view.agencyName)],
    [t('cases.applicant'), view.company ?? '—'],
  ] as const
  return (
    <>
      <PageTitle title={`${view.occurrence} ${pick(view.matterName)}`}>
        <Button href={urlOf(contracts.exchange.caseFile, { caseId })} download>
          {t('cases.file')}
        </Button>
      </PageTitle>
      <div className="case-head">
        <Tag color="blue">{capital(pick(view.ending ?? view.stageName))}</Tag>
        {view.track && <Tag>{t(`cases.track.${view.track}`)}</Tag>}
        {view.variant && <Tag>{pick(view.variant)}</Tag>}
        {view.enteredAfterwards > 0 && <Tag>{t('cases.afterwards', { n: view.enteredAfterwards })}</Tag>}
        {view.synthetic && <Tag color="gold">{t('cases.synthetic')}</Tag>}
        <TimeTag time={view.time} />
      </div>
      <dl className="case-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {origin.kind === 'mirrored' && (
        <p className="case-soft">
          {t('cases.mirrored', {
            system: origin.system,
            source: beijingTime(origin.sourceTime),
            verified: beijingTime(origin.lastVerifiedAt),
            by: origin.verifiedBy ?? t('cases.somebody'),
          })}
        </p>
      )}
      <div className="case-columns">
        <div className="case-sections">
          <Acts view={view} />
          <Clock clock={view.clock} />
          <Card size="small" title={<h2 className="case-heading">{t('cases.elapsed')}</h2>}>
            <Elapsed split={view.elapsed} />
          </Card>
          <History view={view} />
        </div>
        <div className="case-sections">
          {view.desk && <Desk desk={view.desk} />}
          <CertificateList projectId={view.projectId} caseId={view.id} />
          <Card size="small" title={<h2 className="case-heading">{t('cases.rows')}</h2>}>
            <ol className="case-rows">
              {view.rows.map(({ code, name, on }, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows are only ever added behind the others, and two may be alike
                <li key={i}>
                  <span className="case-code">{code}</span> {capital(pick(name))}{' '}
                  <span className="case-soft">{on}</span>
                </li>
              ))}
            </ol>
          </Card>
          <Materials view={view} />
          <Documents id={view.id} documents={view.documents} />
        </div>
      </div>
    </>
  )
}
