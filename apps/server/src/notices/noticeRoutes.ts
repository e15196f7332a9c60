import { contracts } from '@kaigong/contract'
import { type Route, route } from '../platform/http/route.ts'
import { keepMailAddress, mailAddressOf } from './mailAddress.ts'
import type { MailDeps } from './mailJobs.ts'
import { markRead, noticesOf, unreadOf } from './ownNotices.ts'

const { notices } = contracts

/** What one was told (通知): everybody sees their own and nobody else's. */
export const noticeRoutes = ({ now, mailer }: MailDeps): readonly Route[] => [
  route(notices.list, async ({ actor, query: { unread, limit, cursor }, read }) =>
    read(async (tx) => ({
      status: 200,
      body: await noticesOf(tx, actor, { unread: unread === 'true', limit, cursor }),
    })),
  ),
  route(notices.unread, async ({ actor, read }) =>
    read(async (tx) => ({ status: 200, body: { unread: await unreadOf(tx, actor) } })),
  ),
  route(notices.markRead, async ({ actor, body: { ids }, transact }) =>
    transact(async (tx) => {
      await markRead(tx, actor, now(), ids)
      return { status: 200, body: { unread: await unreadOf(tx, actor) } }
    }),
  ),
  route(notices.mailAddress, async ({ actor, read }) =>
    read(async (tx) => ({
      status: 200,
      body: { address: await mailAddressOf(tx, actor), isSent: mailer !== null },
    })),
  ),
  route(notices.keepMailAddress, async ({ actor, body: { address }, transact }) =>
    transact(async (tx) => {
      await keepMailAddress(tx, actor, address)
      return { status: 200, body: { address, isSent: mailer !== null } }
    }),
  ),
]
