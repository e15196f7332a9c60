import { contracts, type ProxyView } from '@kaigong/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Card, Popconfirm, Tag } from 'antd'
import { useState } from 'react'
import { asking } from '../api/asking.ts'
import { ProblemView } from '../shell/ProblemView.tsx'
import { beijingTime } from '../text/time.ts'
import { useListText } from '../text/useListText.ts'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { GiveProxy } from './GiveProxy.tsx'
import { proxiesOf } from './queries.ts'
import '../cases/cases.css'

/** Which helper may act in the company's name, for what and how long; the company gives and revokes. */
export function Proxies({ projectId }: { readonly projectId: string }) {
  const t = useText()
  const { data, error, isPending, refetch } = useQuery(proxiesOf(projectId))
  const [isGiving, setGiving] = useState(false)
  return (
    <Card size="small" title={<h2 className="case-heading">{t('proxies.title')}</h2>} loading={isPending}>
      <p className="case-soft">{t('proxies.hint')}</p>
      {error && <ProblemView error={error} onRetry={refetch} />}
      {data?.items.length === 0 && <p>{t('proxies.none')}</p>}
      <ul className="case-lines">
        {data?.items.map((proxy) => (
          <Line key={proxy.id} projectId={projectId} proxy={proxy} mayRevoke={data.mayGive} />
        ))}
      </ul>
      {data?.mayGive && data.helpers.length === 0 && <p className="case-soft">{t('proxies.noHelper')}</p>}
      {data?.mayGive && data.helpers.length > 0 && (
        <Button type="primary" onClick={() => setGiving(true)}>
          {t('proxies.give')}
        </Button>
      )}
      {isGiving && data && <GiveProxy projectId={projectId} from={data} onClose={() => setGiving(false)} />}
    </Card>
  )
}

const colours = { ahead: 'default', inForce: 'green', expired: 'default', revoked: 'red' } as const

type LineProps = { readonly projectId: string; readonly proxy: ProxyView; readonly mayRevoke: boolean }

function Line({ projectId, proxy, mayRevoke }: LineProps) {
  const t = useText()
  const pick = usePick()
  const listText = useListText()
  const client = useQueryClient()
  const revocation = useMutation({
    mutationFn: () => asking(contracts.proxies.revoke, { params: { projectId, authorisationId: proxy.id } }),
    onSettled: () => client.invalidateQueries({ queryKey: proxiesOf(projectId).queryKey }),
  })
  const { helper, state, stages, matters, acts, fromOn, untilOn, givenBy, givenAt } = proxy
  return (
    <li>
      <div className="case-line-head">
        <span>
          {helper.name} · {t('proxies.days', { from: fromOn, until: untilOn })}{' '}
          <Tag color={colours[state]}>{t(`proxies.state.${state}`)}</Tag>
        </span>
        {mayRevoke && (state === 'inForce' || state === 'ahead') && (
          <Popconfirm
            title={t('proxies.revokeSure')}
            okText={t('proxies.yes')}
            cancelText={t('proxies.no')}
            onConfirm={() => revocation.mutate()}
          >
            <Button
              size="small"
              loading={revocation.isPending}
              aria-label={t('proxies.revokeOf', { name: helper.name })}
            >
              {t('proxies.revoke')}
            </Button>
          </Popconfirm>
        )}
      </div>
      <p className="case-soft">
        {[
          listText(stages.map((stage) => t(`proxies.stage.${stage}`))),
          matters.length === 0
            ? t('proxies.allMatters')
            : listText(matters.map(({ id, name }) => `${id} ${pick(name)}`)),
          listText(acts.map(({ name }) => pick(name))),
          t('proxies.by', { who: givenBy ?? '', at: beijingTime(givenAt) }),
        ].join(' · ')}
      </p>
      {revocation.error && <ProblemView error={revocation.error} />}
    </li>
  )
}
