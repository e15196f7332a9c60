import type { LandBoard, PreReviewView } from '@kaigong/contract'
import { Button, Card, Tag } from 'antd'
import { useState } from 'react'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { Opine } from './Opine.tsx'
import { ReplaceDrawings } from './ReplaceDrawings.tsx'
import { RequestPreReview } from './RequestPreReview.tsx'

type Doing =
  | { readonly what: 'opine' | 'replace'; readonly view: PreReviewView }
  | { readonly what: 'request'; readonly matter: LandBoard['requestable'][number] }

/** Pre-reviews of the project: their opinions, how long they hold, and what whoever looks may do to them. */
export function PreReviews({ board }: { readonly board: LandBoard }) {
  const t = useText()
  const pick = usePick()
  const [doing, setDoing] = useState<Doing>()
  const close = () => setDoing(undefined)
  return (
    <Card size="small" title={<h2 className="case-heading">{t('land.preReviews')}</h2>}>
      <p className="case-soft">{t('land.preReviewNature')}</p>
      <ul className="case-lines">
        {board.preReviews.map((view) => (
          <PreReviewLine
            key={view.id}
            view={view}
            mayReplace={board.may.request}
            onDo={(what) => setDoing({ what, view })}
          />
        ))}
        {board.may.request &&
          !board.conversion &&
          board.requestable.map((matter) => (
            <li key={matter.occurrence}>
              <div className="case-line-head">
                <span>
                  {matter.occurrence} {pick(matter.name)}
                </span>
                <Button
                  size="small"
                  aria-label={`${t('land.request')} ${pick(matter.name)}`}
                  onClick={() => setDoing({ what: 'request', matter })}
                >
                  {t('land.request')}
                </Button>
              </div>
              <p className="case-soft">{pick(matter.agencyName)}</p>
            </li>
          ))}
      </ul>
      {doing?.what === 'request' && (
        <RequestPreReview projectId={board.projectId} matter={doing.matter} onClose={close} />
      )}
      {doing?.what === 'opine' && <Opine projectId={board.projectId} view={doing.view} onClose={close} />}
      {doing?.what === 'replace' && <ReplaceDrawings projectId={board.projectId} view={doing.view} onClose={close} />}
    </Card>
  )
}

type LineProps = {
  readonly view: PreReviewView
  readonly mayReplace: boolean
  readonly onDo: (what: 'opine' | 'replace') => void
}

function PreReviewLine({ view, mayReplace, onDo }: LineProps) {
  const t = useText()
  const pick = usePick()
  const isLive = view.stage === 'open' || view.stage === 'agreed'
  return (
    <li>
      <div className="case-line-head">
        <span>
          {view.occurrence} {pick(view.matterName)}{' '}
          <Tag color={view.isExpired ? 'warning' : view.stage === 'agreed' ? 'success' : 'default'}>
            {view.isExpired ? t('land.expired') : t(`land.stage.${view.stage}`)}
          </Tag>
        </span>
        {isLive && (
          <span className="land-actions">
            {view.mine && (
              <Button
                size="small"
                aria-label={`${t('land.opine')} ${pick(view.matterName)}`}
                onClick={() => onDo('opine')}
              >
                {t('land.opine')}
              </Button>
            )}
            {mayReplace && (
              <Button
                size="small"
                aria-label={`${t('land.replace')} ${pick(view.matterName)}`}
                onClick={() => onDo('replace')}
              >
                {t('land.replace')}
              </Button>
            )}
          </span>
        )}
      </div>
      <p className="case-soft">
        {view.number} · {pick(view.agencyName)} · {t('land.drawings', { n: view.versions.length })}{' '}
        <code>{view.versions.at(-1)?.slice(0, 8)}</code>
        {view.validUntilOn && ` · ${t('land.validUntil', { day: view.validUntilOn })}`}
      </p>
      {view.opinions.map(({ on, signedBy, verdict, text, drawingsSha256 }) => (
        <p key={`${on} ${drawingsSha256} ${text}`} className="case-soft">
          {on} {signedBy ?? '—'} {t(`land.verdict.${verdict}`)} {text} <code>{drawingsSha256.slice(0, 8)}</code>
        </p>
      ))}
    </li>
  )
}
