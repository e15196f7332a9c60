import { contracts } from '@kaigong/contract'
import type { Actor } from '../http/actor.ts'
import { isRefused, refuse } from '../http/answer.ts'
import type { Authenticate } from '../http/carry.ts'
import { type Route, route } from '../http/route.ts'
import type { Feed } from './feed.ts'
import { follow, type Pace, usualPace } from './follow.ts'

export type StreamDeps = { readonly feed: Feed; readonly authenticate: Authenticate; readonly pace?: Pace }

/** The stream of changes: what a page shows is known to be out of date the moment it is. */
export const streamRoutes = ({ feed, authenticate, pace = usualPace }: StreamDeps): readonly Route[] => [
  route(contracts.operations.stream, async ({ actor, asking, request, reply }) => {
    if (feed.isClosed()) return refuse('server.busy')
    const isStillAllowed = async (): Promise<boolean> => {
      const who = await authenticate(request)
      return who !== null && !isRefused(who) && rightsOf(who) === rightsOf(actor)
    }
    const lastEventId = request.headers['last-event-id']
    reply.hijack()
    follow(feed, asking, reply.raw, lastEventId === undefined ? null : String(lastEventId), isStillAllowed, pace).catch(
      // The reader comes back by itself, and then it is told what is wrong.
      () => reply.raw.destroy(),
    )
    return { status: 200 }
  }),
]

/** What decides which changes somebody sees. */
const rightsOf = ({ district, person, roles, agency, company }: Actor): string =>
  JSON.stringify([district, person, [...roles].sort(), agency, company])
