import '../cases/cases.css'
import './joint.css'
import type { JointView } from '@kaigong/contract'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Card, Tag } from 'antd'
import { capital } from '../cases/capital.ts'
import { PageTitle } from '../shell/PageTitle.tsx'
import { beijingTime } from '../text/time.ts'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { Due } from './Due.tsx'
import { JointActs } from './JointActs.tsx'
import { Opinions } from './Opinions.tsx'
import { oneJoint } from './queries.ts'

const conclusionColour = { passed: 'green', passedAfterRectification: 'green', failed: 'red' } as const

/** One joint review, drawing review or acceptance: each agency's line, what all share, what is owed, what happened. */
export function JointPage() {
  const t = useText()
  const pick = usePick()
  const { jointId } = useParams({ from: '/joint/$jointId' })
  const { data: view } = useSuspenseQuery(oneJoint(jointId))
  const facts = [
    [
      t('joint.project'),
      <Link key="project" to="/projects/$projectId/$tab" params={{ projectId: view.projectId, tab: 'cases' }}>
        {view.projectName}
      </Link>,
    ],
    [t('joint.number'), view.number],
    [t('joint.lead'), pick(view.leadName)],
    [t('joint.applicant'), view.company ?? '—'],
    [t('joint.application'), view.application],
  ] as const
  return (
    <>
      <PageTitle title={`${t(`joint.kind.${view.kind}`)} · ${view.projectName}`} />
      <div className="case-head">
        <Tag color="blue">{t(`joint.stage.${view.stage}`)}</Tag>
        {view.conclusion && (
          <Tag color={conclusionColour[view.conclusion]}>{t(`joint.conclusion.${view.conclusion}`)}</Tag>
        )}
        {view.isExtended && <Tag>{t('joint.extended')}</Tag>}
        {view.synthetic && <Tag color="gold">{t('joint.synthetic')}</Tag>}
        <span className="case-soft">{t('joint.heard', { heard: view.heard, asked: view.asked })}</span>
        <Due time={view} />
      </div>
      <dl className="case-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className="case-columns">
        <div className="case-sections">
          <JointActs view={view} />
          <Opinions view={view} />
          <Happenings view={view} />
        </div>
        <div className="case-sections">
          {view.kind !== 'review' && <Shared view={view} />}
          <Owed view={view} />
          <Limits view={view} />
        </div>
      </div>
    </>
  )
}

function Shared({ view }: { readonly view: JointView }) {
  const t = useText()
  const none = t('joint.missing')
  const lines = [
    [t('joint.drawings'), view.drawings?.name ?? none, view.drawings?.sha256],
    ...(view.kind === 'acceptance'
      ? [
          [t('joint.survey'), view.survey?.name ?? none, view.survey?.sha256] as const,
          [t('joint.visited'), view.visitedOn ?? none, undefined] as const,
        ]
      : []),
  ] as const
  return (
    <Card size="small" title={<h2 className="case-heading">{t('joint.papers')}</h2>}>
      <ul className="case-plain-list">
        {lines.map(([name, value, sha256]) => (
          <li key={name}>
            {name}: {value}
            {sha256 && <p className="case-soft">SHA-256 {sha256.slice(0, 16)}…</p>}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Owed({ view }: { readonly view: JointView }) {
  const t = useText()
  const pick = usePick()
  return (
    <Card size="small" title={<h2 className="case-heading">{t('joint.owed')}</h2>}>
      {view.obligations.length === 0 && <p className="case-soft">{t('joint.nothingOwed')}</p>}
      <ul className="case-plain-list">
        {view.obligations.map(({ kind, says, dueOn, isOverdue }) => (
          <li key={`${kind} ${says.zh}`}>
            <Tag>{t(`joint.owed.${kind}`)}</Tag>
            {pick(says)} {dueOn && <span className="case-soft">{t('joint.owed.due', { day: dueOn })}</span>}{' '}
            {isOverdue && <Tag color="red">{t('joint.owed.overdue')}</Tag>}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Limits({ view }: { readonly view: JointView }) {
  const t = useText()
  const pick = usePick()
  return (
    <Card size="small" title={<h2 className="case-heading">{t('joint.basis')}</h2>}>
      <p className="case-plain">
        {t('joint.limit', { n: view.limit.workdays, more: view.extension.workdays })}
        <span className="case-soft">
          {' '}
          {pick(view.limit.basis.text)} [{view.limit.basis.confidence}]
        </span>
      </p>
      <p className="case-plain">
        {view.silence === null ? (
          t('joint.noSilenceRule')
        ) : (
          <>
            {t('joint.silenceRule')}: {pick(view.silence.text)} [{view.silence.confidence}]
          </>
        )}
      </p>
    </Card>
  )
}

function Happenings({ view }: { readonly view: JointView }) {
  const t = useText()
  const pick = usePick()
  return (
    <Card size="small" title={<h2 className="case-heading">{t('joint.history')}</h2>}>
      <ol className="case-history">
        {view.history.map(({ version, says, at, by }) => (
          <li key={version}>
            <time dateTime={at} className="case-when">
              {beijingTime(at)}
            </time>
            <div>
              {capital(pick(says))}
              <p className="case-soft">{by ?? t('joint.system')}</p>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  )
}
