import type { PlanView } from '@kaigong/contract'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Flex, Select, Tag } from 'antd'
import { useAddress } from '../../shell/useAddress.ts'
import { useText } from '../../text/useText.ts'
import { planList } from '../queries.ts'
import { standingVersion } from '../standing.ts'
import './versions.css'

type Props = { readonly projectId: string; readonly view: PlanView; readonly adopted: PlanView | undefined }

/** Which version is shown, how far it has come, and what one should know before relying on it; here another one is chosen. */
export function ShownVersion({ projectId, view, adopted }: Props) {
  const t = useText()
  const [, change] = useAddress()
  const { tab } = useParams({ from: '/projects/$projectId/$tab' })
  const { data: versions } = useSuspenseQuery(planList(projectId))
  const latest = standingVersion(versions) ?? view.no
  const here = { to: '/projects/$projectId/$tab', params: { projectId, tab } } as const
  return (
    <>
      <Flex wrap gap="8px 12px" align="center" className="shown-version no-print">
        <Select
          aria-label={t('plans.versions.choose')}
          value={view.no}
          onChange={(no) => change({ plan: String(no), why: undefined })}
          options={versions.map(({ no, status }) => ({
            value: no,
            label: `${t('plans.versionNo', { no })} · ${t(`plans.status.${status}`)}`,
          }))}
        />
        {!view.factsStand && <Tag color="warning">{t('plans.versions.factsChanged')}</Tag>}
        {tab === 'plan' && adopted && <span>{t('plans.versions.comparedWith', { no: adopted.no })}</span>}
        {view.no < latest && (
          <span>
            {t('plans.versions.newer', { no: view.no, latest })}{' '}
            <Link {...here} search={{ plan: String(latest) }}>
              {t('plans.versions.showLatest')}
            </Link>
          </span>
        )}
        {tab !== 'versions' && (
          <Link
            to="/projects/$projectId/$tab"
            params={{ projectId, tab: 'versions' }}
            search={{ plan: String(view.no) }}
            className="shown-version-more"
          >
            {t('plans.versions.manage')}
          </Link>
        )}
      </Flex>
      <VersionNotices view={view} />
    </>
  )
}

/** What stands between a version and its use: breaches that the checker found, facts that have changed since. */
function VersionNotices({ view }: { readonly view: PlanView }) {
  const t = useText()
  const open = view.status === 'computed' || view.status === 'countersigning' || view.status === 'adopted'
  return (
    <>
      {view.violations > 0 && (
        <Alert
          className="version-notice"
          type="error"
          showIcon
          title={t('plans.versions.breaches', { n: view.violations })}
        />
      )}
      {open && !view.factsStand && (
        <Alert className="version-notice" type="warning" showIcon title={t('plans.versions.factsChangedTodo')} />
      )}
    </>
  )
}
