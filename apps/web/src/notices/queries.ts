import { contracts } from '@kaigong/contract'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { asking } from '../api/asking.ts'

const { notices } = contracts

/** Everything about notices lies under this key: a change of a case makes it stale. */
export const noticeKey = ['notice'] as const

/** What is told by the morning's job comes with no change of a case: one looks again by oneself. In milliseconds. */
const LOOK_AGAIN_MS = 5 * 60_000

export const unreadCount = queryOptions({
  queryKey: [...noticeKey, 'unread'],
  queryFn: async () => (await asking(notices.unread, {})).unread,
  refetchInterval: LOOK_AGAIN_MS,
})

/** Where one wants notices by mail. */
export const mailAddress = queryOptions({
  queryKey: ['mailAddress'],
  queryFn: () => asking(notices.mailAddress, {}),
})

export const noticeList = (onlyUnread: boolean) =>
  infiniteQueryOptions({
    queryKey: [...noticeKey, 'list', onlyUnread],
    queryFn: ({ pageParam }) =>
      asking(notices.list, {
        query: {
          ...(onlyUnread ? { unread: 'true' as const } : {}),
          ...(pageParam === '' ? {} : { cursor: pageParam }),
        },
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
