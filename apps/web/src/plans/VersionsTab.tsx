import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Tag } from 'antd'
import { EmptyState } from '../shell/EmptyState.tsx'
import { beijingTime } from '../text/time.ts'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { planList } from './queries.ts'

/** All versions of a project's plan, each a link to its chart. */
export function VersionsTab({ projectId }: { readonly projectId: string }) {
  const t = useText()
  const pick = usePick()
  const { data: versions } = useSuspenseQuery(planList(projectId))
  if (versions.length === 0) return <EmptyState title={t('plans.none')} hint={t('plans.noneHint')} />
  return (
    <ul className="versions">
      {versions.map((version) => (
        <li key={version.no}>
          <Link
            to="/projects/$projectId/$tab"
            params={{ projectId, tab: 'plan' }}
            search={{ plan: String(version.no) }}
          >
            {t('plans.versionNo', { no: version.no })}
          </Link>{' '}
          <Tag>{t(`plans.status.${version.status}`)}</Tag> {pick(version.headline)} · {beijingTime(version.computedAt)}
        </li>
      ))}
    </ul>
  )
}
