import './cases.css'
import type { AgencyId, CaseFilter } from '@kaigong/contract'
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Segmented } from 'antd'
import { useState } from 'react'
import { useMe } from '../shell/me.ts'
import { ProblemView } from '../shell/ProblemView.tsx'
import { useText } from '../text/useText.ts'
import { BatchBar } from './BatchBar.tsx'
import { CaseLines } from './CaseLines.tsx'
import { someCases } from './queries.ts'

const which = ['onlyAgency', 'onlyMine', 'onlyLate'] as const
const FIRST = 8
const MORE = 200

/** Open cases of one's agency, or of one's company, those with least time left first. */
export function MyCases() {
  const t = useText()
  const { agency } = useMe()
  const [chosen, choose] = useState<(typeof which)[number]>('onlyAgency')
  const [limit, setLimit] = useState(FIRST)
  const filter: CaseFilter = {
    ...(agency === null ? {} : { agency: agency.id as AgencyId }),
    ...(chosen === 'onlyMine' ? { mine: 'true' } : chosen === 'onlyLate' ? { overdue: 'true' } : {}),
  }
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const { data, error, isPending, refetch } = useQuery(someCases(filter, limit))
  return (
    <Card size="small" title={t('cases.mine')} loading={isPending} className="my-cases">
      {agency !== null && (
        <Segmented
          size="small"
          aria-label={t('cases.which')}
          value={chosen}
          onChange={choose}
          options={which.map((value) => ({ value, label: t(`cases.${value}`) }))}
        />
      )}
      {error && <ProblemView error={error} onRetry={refetch} />}
      {data && (
        <p className="case-soft">
          {t('cases.mineCounts', { total: data.total, overdue: data.overdue, standing: data.standing })}
        </p>
      )}
      {data?.items.length === 0 ? (
        <p className="case-soft">
          {t('cases.none')}. {t('cases.noneHint')}
        </p>
      ) : (
        <CaseLines
          items={data?.items ?? []}
          withProject
          {...(agency === null
            ? {}
            : {
                choice: {
                  chosen: ticked,
                  onChoose: (id, isChosen) =>
                    setTicked(
                      (before) => new Set(isChosen ? [...before, id] : [...before].filter((one) => one !== id)),
                    ),
                },
              })}
        />
      )}
      {agency !== null && (
        <BatchBar
          agency={agency.id as AgencyId}
          chosen={(data?.items ?? []).filter(({ id }) => ticked.has(id))}
          onDone={() => setTicked(new Set())}
        />
      )}
      {data && data.total > data.items.length && limit < MORE && (
        <Button size="small" onClick={() => setLimit(MORE)}>
          {t('cases.moreOf', { total: data.total })}
        </Button>
      )}
    </Card>
  )
}
