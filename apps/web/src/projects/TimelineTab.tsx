import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Skeleton, Timeline, Typography } from 'antd'
import { EmptyState } from '../shell/EmptyState.tsx'
import { ProblemView } from '../shell/ProblemView.tsx'
import { usePages } from '../shell/usePage.ts'
import { beijingTime } from '../text/time.ts'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { projectEvents } from './queries.ts'

/** What happened to the project and its plans, the latest first, in Beijing time. */
export function TimelineTab({ projectId }: { readonly projectId: string }) {
  const t = useText()
  const pick = usePick()
  const events = useInfiniteQuery(projectEvents(projectId))
  const more = usePages(events)
  if (events.isPending) return <Skeleton active />
  if (events.error) return <ProblemView error={events.error} onRetry={() => events.refetch()} />
  const items = events.data.pages.flatMap((page) => page.items)
  if (items.length === 0) return <EmptyState title={t('projects.noEvents')} />
  return (
    <>
      <Timeline
        items={items.map((event) => ({
          key: `${event.stream} ${event.version}`,
          content: (
            <>
              <div>{pick(event.says)}</div>
              <Typography.Text type="secondary">
                <time dateTime={event.at}>{beijingTime(event.at)}</time> ·{' '}
                {t('projects.by', { who: event.actor ?? t('projects.system') })}
              </Typography.Text>
            </>
          ),
        }))}
      />
      {events.hasNextPage && (
        <Button loading={events.isFetchingNextPage} onClick={more}>
          {t('projects.more')}
        </Button>
      )}
    </>
  )
}
