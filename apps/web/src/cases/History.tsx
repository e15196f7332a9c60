import { type CaseHistoryItem, type CaseView, contracts, urlOf } from '@kaigong/contract'
import { Card, Tag } from 'antd'
import { Fragment } from 'react'
import { beijingTime } from '../text/time.ts'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { capital } from './capital.ts'

/** Everything that happened, the earliest first: when, by whom in which capacity, on which papers, and when it was recorded if later. */
export function History({ view }: { readonly view: CaseView }) {
  const t = useText()
  return (
    <Card size="small" title={<h2 className="case-heading">{t('cases.history')}</h2>}>
      <ol className="case-history">
        {view.history.map((item) => (
          <Happening key={item.version} item={item} projectId={view.projectId} />
        ))}
      </ol>
    </Card>
  )
}

function Happening({ item, projectId }: { readonly item: CaseHistoryItem; readonly projectId: string }) {
  const t = useText()
  const pick = usePick()
  const { on, clock, says, by, role, documentOn, byProxy, inPlaceOf, enteredAfterwards, recordedAt, attached } = item
  return (
    <li>
      <time dateTime={on} className="case-when">
        {on} {clock ?? ''}
      </time>
      <div>
        {capital(pick(says))} {byProxy && <Tag color="blue">{t('cases.byProxy')}</Tag>}
        {enteredAfterwards && <Tag>{t('cases.afterwardsOne')}</Tag>}
        <p className="case-soft">
          {[
            `${by ?? t('cases.somebody')}（${pick(role)}）`,
            ...(inPlaceOf ? [t('cases.inPlaceOf', { name: inPlaceOf })] : []),
            ...(documentOn ? [t('cases.dated', { day: documentOn })] : []),
            ...(enteredAfterwards ? [t('cases.recorded', { at: beijingTime(recordedAt) })] : []),
          ].join(' · ')}
          {attached.map(({ kind, name, reference, file }) => (
            <Fragment key={kind}>
              {' · '}
              {pick(name)}: {reference}{' '}
              {file && (
                <a href={urlOf(contracts.files.download, { projectId, ...file })} download title={file.sha256}>
                  {file.name ?? file.sha256.slice(0, 12)}
                </a>
              )}
            </Fragment>
          ))}
        </p>
      </div>
    </li>
  )
}
