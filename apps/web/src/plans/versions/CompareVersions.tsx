import type { PlanSummary } from '@kaigong/contract'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Card, Flex, Select, Skeleton, Tag } from 'antd'
import { useId } from 'react'
import { ProblemView } from '../../shell/ProblemView.tsx'
import { usePick } from '../../text/usePick.ts'
import { useText } from '../../text/useText.ts'
import { PlanDifference } from '../PlanDifference.tsx'
import { comparedWith } from './compared.ts'
import { comparison } from './queries.ts'

type Props = { readonly projectId: string; readonly versions: readonly PlanSummary[]; readonly no: number }

/** Any two versions beside each other: why they differ, then what moved. Both stand in the address. */
export function CompareVersions({ projectId, versions, no }: Props) {
  const t = useText()
  const id = useId()
  const navigate = useNavigate()
  const search = useSearch({ from: '/projects/$projectId/$tab' })
  const from = comparedWith(versions, no, search.from)
  const found = useQuery({ ...comparison(projectId, from ?? 0, no), enabled: from !== undefined })
  const show = (next: { readonly from: number; readonly plan: number }) =>
    navigate({
      to: '/projects/$projectId/$tab',
      params: { projectId, tab: 'versions' },
      search: { plan: String(next.plan), from: String(next.from) },
    })
  const options = versions.map((version) => ({
    value: version.no,
    label: `${t('plans.versionNo', { no: version.no })} · ${t(`plans.status.${version.status}`)}`,
  }))
  return (
    <Card size="small" title={<h3 className="version-heading">{t('plans.versions.compare')}</h3>}>
      {from === undefined ? (
        <p className="version-soft">{t('plans.versions.onlyOne')}</p>
      ) : (
        <>
          <Flex wrap gap="8px 12px" align="center" className="compare-choice">
            <label htmlFor={`${id}-from`}>{t('plans.versions.from')}</label>
            <Select
              id={`${id}-from`}
              value={from}
              options={options.filter(({ value }) => value !== no)}
              onChange={(value) => show({ from: value, plan: no })}
            />
            <label htmlFor={`${id}-to`}>{t('plans.versions.to')}</label>
            <Select
              id={`${id}-to`}
              value={no}
              options={options.filter(({ value }) => value !== from)}
              onChange={(value) => show({ from, plan: value })}
            />
          </Flex>
          {found.isPending && <Skeleton active />}
          {found.error && <ProblemView error={found.error} onRetry={() => found.refetch()} />}
          {found.data && <Found {...found.data} />}
        </>
      )}
    </Card>
  )
}

type FoundProps = Awaited<ReturnType<NonNullable<ReturnType<typeof comparison>['queryFn']>>>

function Found({ because, changes }: FoundProps) {
  const t = useText()
  const pick = usePick()
  return (
    <>
      <h4>{t('plans.versions.because')}</h4>
      {because.length === 0 ? (
        <p className="version-soft">{t('plans.versions.noReason')}</p>
      ) : (
        <ul className="reasons">
          {because.map((reason) => (
            <li key={`${reason.kind} ${reason.name.zh}`}>
              <Tag>{t(`plans.versions.because.${reason.kind}`)}</Tag>{' '}
              {t('shell.says', { what: pick(reason.name), how: '' })}
              {reason.before ? <del>{pick(reason.before)}</del> : '—'} →{' '}
              {reason.after ? <ins>{pick(reason.after)}</ins> : '—'}
            </li>
          ))}
        </ul>
      )}
      <h4>{t('plans.versions.moved')}</h4>
      <PlanDifference changes={changes} />
    </>
  )
}
