import './notices.css'
import { contracts, type NoticeView, noticeKindNames } from '@kaigong/contract'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Flex, Segmented, Skeleton, Tag } from 'antd'
import { asking } from '../api/asking.ts'
import { EmptyState } from '../shell/EmptyState.tsx'
import { PageTitle } from '../shell/PageTitle.tsx'
import { ProblemView } from '../shell/ProblemView.tsx'
import { usePages } from '../shell/usePage.ts'
import { beijingTime } from '../text/time.ts'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { noticeKey, noticeList } from './queries.ts'

/** What one was told, the newest first; each leads to its case. */
export function NoticesPage() {
  const t = useText()
  const navigate = useNavigate()
  const onlyUnread = useSearch({ from: '/notices' }).unread !== undefined
  const list = useInfiniteQuery(noticeList(onlyUnread))
  const more = usePages(list)
  const read = useMarkRead()
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <>
      <PageTitle title={t('notices.title')}>
        <Button
          disabled={items.every(({ readAt }) => readAt !== null)}
          loading={read.isPending}
          onClick={() => read.mutate(undefined)}
        >
          {t('notices.markAll')}
        </Button>
      </PageTitle>
      <Flex vertical gap={12} align="stretch">
        <div>
          <Segmented
            aria-label={t('notices.which')}
            value={onlyUnread ? 'unread' : 'all'}
            options={[
              { value: 'all', label: t('notices.all') },
              { value: 'unread', label: t('notices.onlyUnread') },
            ]}
            onChange={(which) =>
              navigate({ to: '/notices', search: which === 'unread' ? { unread: 'true' } : {}, replace: true })
            }
          />
        </div>
        {list.error && <ProblemView error={list.error} onRetry={() => list.refetch()} />}
        {read.error && <ProblemView error={read.error} />}
        {list.isPending && <Skeleton active />}
        {list.data && items.length === 0 && (
          <EmptyState title={t(onlyUnread ? 'notices.noneUnread' : 'notices.none')} hint={t('notices.hint')} />
        )}
        {items.length > 0 && (
          <ul className="notices">
            {items.map((notice) => (
              <Line key={notice.id} notice={notice} onRead={() => read.mutate([notice.id])} />
            ))}
          </ul>
        )}
        {list.hasNextPage && (
          <Button loading={list.isFetchingNextPage} onClick={more}>
            {t('notices.more')}
          </Button>
        )}
      </Flex>
    </>
  )
}

/** Marks these as read, or all; the list and the bell follow. */
function useMarkRead() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (ids: string[] | undefined) =>
      asking(contracts.notices.markRead, { body: ids === undefined ? {} : { ids } }),
    onSettled: () => client.invalidateQueries({ queryKey: noticeKey }),
  })
}

/** Following the link reads the notice. */
function Line({ notice, onRead }: { readonly notice: NoticeView; readonly onRead: () => void }) {
  const t = useText()
  const pick = usePick()
  const isUnread = notice.readAt === null
  return (
    <li className={isUnread ? 'notice is-unread' : 'notice'}>
      <div className="notice-head">
        <Tag color={isUnread ? 'processing' : 'default'}>{pick(noticeKindNames[notice.kind])}</Tag>
        <Link to="/cases/$caseId" params={{ caseId: notice.caseId }} onClick={isUnread ? onRead : undefined}>
          {pick(notice.matterName)} · {notice.caseNumber}
        </Link>
        <time dateTime={notice.at}>{beijingTime(notice.at)}</time>
        {isUnread && (
          <Button
            size="small"
            type="link"
            aria-label={`${t('notices.markRead')} ${notice.caseNumber}`}
            onClick={onRead}
          >
            {t('notices.markRead')}
          </Button>
        )}
      </div>
      <p>{pick(notice.says)}</p>
    </li>
  )
}
