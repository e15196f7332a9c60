import { Skeleton } from 'antd'
import { useText } from '../text/useText.ts'

/** The place of a page that is on its way. */
export function PageSkeleton() {
  const t = useText()
  return (
    <div role="status" aria-busy="true" aria-label={t('shell.loading')} className="page-skeleton">
      <Skeleton active title={{ width: '30%' }} paragraph={{ rows: 8 }} />
    </div>
  )
}
