import { contracts } from '@kaigong/contract'
import type { Deps } from '../platform/deps.ts'
import { countOf, history } from '../platform/events/history.ts'
import type { Says } from '../platform/events/says.ts'
import type { PublicKeys } from '../platform/events/signingKey.ts'
import { verifyDistrict } from '../platform/events/verifyDistrict.ts'
import { type Route, route } from '../platform/http/route.ts'

export type AuditDeps = Pick<Deps, 'db'> & {
  readonly says: Says
  /** Keys whose signature on a checkpoint counts. */
  readonly publicKeys: PublicKeys
}

/** The trail of a district: what happened, and whether it is whole. */
export const auditRoutes = ({ db, says, publicKeys }: AuditDeps): readonly Route[] => [
  route(contracts.operations.audit, async ({ actor, body, read }) => ({
    status: 200,
    body: await read(async (tx) => ({
      ...(await history(tx, says, actor.district, body)),
      total: body.cursor === undefined ? await countOf(tx, actor.district, body) : null,
    })),
  })),
  route(contracts.operations.verification, async ({ actor }) => {
    const { faults, ...counts } = await verifyDistrict(db, actor.district, publicKeys)
    return {
      status: 200,
      body: {
        ...counts,
        faults: faults.map(({ stream, version, says: sentence }) => ({ stream, version, says: sentence })),
      },
    }
  }),
]
