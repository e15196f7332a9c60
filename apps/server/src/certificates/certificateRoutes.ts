import { contracts } from '@kaigong/contract'
import { projectRow } from '../plans/project.ts'
import type { Deps } from '../platform/deps.ts'
import { isRefused, refuse } from '../platform/http/answer.ts'
import { perMinute } from '../platform/http/rate.ts'
import { type Route, route } from '../platform/http/route.ts'
import { actOnCertificate } from './act.ts'
import { verified } from './verify.ts'
import { certificatesOf, certificateView, itemOf } from './view.ts'

const { certificates } = contracts

/** Far more than somebody with a stack of papers scans. */
const VERIFIED_A_MINUTE = 60

/** Certificates (证照): listed, read, put right, replaced, revoked, and verified by anybody who holds one. */
export function certificateRoutes(deps: Deps): readonly Route[] {
  const mayVerify = perMinute(deps, VERIFIED_A_MINUTE)
  return [
    route(certificates.ofProject, async ({ actor: { district }, params: { projectId }, read }) =>
      read(async (tx) => {
        if (!(await projectRow(tx, district, projectId))) return refuse('request.notFound')
        const rows = await certificatesOf(tx, district, projectId)
        return { status: 200, body: { items: rows.map(itemOf) } }
      }),
    ),
    route(certificates.read, async ({ actor, params: { certificateId }, read }) =>
      read(async (tx) => {
        const view = await certificateView(tx, actor, certificateId)
        return isRefused(view) ? view : { status: 200, ...view }
      }),
    ),
    route(certificates.act, async ({ actor, params: { certificateId }, ifMatch, body, transact }) =>
      transact(async (tx) => {
        const standing = await actOnCertificate(tx, deps, actor, certificateId, ifMatch, body)
        if (isRefused(standing)) return standing
        const view = await certificateView(tx, actor, standing)
        return isRefused(view) ? view : { status: 200, ...view }
      }),
    ),
    route(certificates.verify, async ({ params: { district, certificateId }, request }) => {
      if (!mayVerify(request.ip)) return refuse('request.tooMany')
      const found = await verified(deps, district, certificateId)
      return isRefused(found) ? found : { status: 200, body: found }
    }),
  ]
}
