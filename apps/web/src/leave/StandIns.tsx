import { contracts, type StandInView } from '@kaigong/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Card, Tag } from 'antd'
import { useState } from 'react'
import { asking } from '../api/asking.ts'
import { ProblemView } from '../shell/ProblemView.tsx'
import { useText } from '../text/useText.ts'
import { Arrange } from './Arrange.tsx'
import { standIns } from './queries.ts'
import '../cases/cases.css'

/** Who stands in for whom in one's agency, now and soon; its head arranges and ends it. */
export function StandIns() {
  const t = useText()
  const { data, error, isPending, refetch } = useQuery(standIns)
  const [isArranging, setArranging] = useState(false)
  const shown = data?.items.filter(({ state }) => state !== 'over') ?? []
  return (
    <Card size="small" title={t('leave.title')} loading={isPending}>
      {error && <ProblemView error={error} onRetry={refetch} />}
      {data && shown.length === 0 && <p className="case-soft">{t('leave.none')}</p>}
      <ul className="case-lines">
        {shown.map((one) => (
          <Line key={one.id} one={one} mayEnd={data?.mayArrange ?? false} />
        ))}
      </ul>
      {data?.mayArrange && (
        <Button size="small" onClick={() => setArranging(true)}>
          {t('leave.arrange')}
        </Button>
      )}
      {isArranging && <Arrange onClose={() => setArranging(false)} />}
    </Card>
  )
}

function Line({ one, mayEnd }: { readonly one: StandInView; readonly mayEnd: boolean }) {
  const t = useText()
  const client = useQueryClient()
  const ending = useMutation({
    mutationFn: () => asking(contracts.leave.end, { params: { standInId: one.id } }),
    onSettled: () => client.invalidateQueries({ queryKey: standIns.queryKey }),
  })
  const names = { absent: one.absent.name, deputy: one.deputy.name }
  return (
    <li>
      <div className="case-line-head">
        <span>{t('leave.line', { ...names, from: one.fromOn, until: one.untilOn })}</span>
        <Tag color={one.state === 'inForce' ? 'green' : 'default'}>{t(`leave.state.${one.state}`)}</Tag>
        {mayEnd && (
          <Button
            size="small"
            loading={ending.isPending}
            aria-label={t('leave.endOf', names)}
            onClick={() => ending.mutate()}
          >
            {t('leave.end')}
          </Button>
        )}
      </div>
      {ending.error && <ProblemView error={ending.error} />}
    </li>
  )
}
