import { Action, type AgencyId, type Me, reachOf } from '@kaigong/contract'
import type { Tx } from '../platform/database/transaction.ts'
import type { Actor } from '../platform/http/actor.ts'
import { accountOf } from './credentials/accounts.ts'
import type { PeopleDeps } from './deps.ts'

/** Who somebody is and what they may do, as pages need to know it. */
export async function meOf(deps: PeopleDeps, tx: Tx, actor: Actor): Promise<Me> {
  const [person, district, company, account, edition] = [
    await tx
      .selectFrom('person')
      .where('district_code', '=', actor.district)
      .where('person_id', '=', actor.person)
      .select('name')
      .executeTakeFirst(),
    await tx.selectFrom('district').where('code', '=', actor.district).selectAll().executeTakeFirst(),
    actor.company
      ? await tx
          .selectFrom('company')
          .where('district_code', '=', actor.district)
          .where('company_id', '=', actor.company)
          .select('name')
          .executeTakeFirst()
      : undefined,
    await accountOf(deps.credentials, actor),
    actor.agency ? await deps.catalogues.inForce(tx, actor.district) : undefined,
  ]
  const agency = edition?.ground.district.agencies.find((a) => a.id === actor.agency)
  const may = Action.options.flatMap((action) => {
    const reach = actor.scopes && !actor.scopes.includes(action) ? undefined : reachOf(actor.roles, action)
    return reach ? [[action, reach] as const] : []
  })
  return {
    personId: actor.person,
    name: person?.name ?? '',
    district: {
      code: actor.district,
      name: { zh: district?.name_zh ?? actor.district, en: district?.name_en ?? actor.district },
    },
    agency:
      actor.agency === null
        ? null
        : { id: actor.agency as AgencyId, name: agency?.name ?? { zh: actor.agency, en: actor.agency } },
    company: actor.company && company ? { id: actor.company, name: company.name } : null,
    roles: [...actor.roles],
    may: Object.fromEntries(may) as Me['may'],
    csrf: actor.csrf ?? '',
    secondFactor: account?.totp_confirmed ?? false,
    demo: deps.demo,
    today: deps.legalToday().toString(),
  }
}
