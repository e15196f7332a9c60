import type { DistrictCode, PersonId } from '@kaigong/contract'
import { sql } from 'kysely'
import { inTransaction, systemIn } from '../platform/database/transaction.ts'
import { administratorsOf } from './administrators.ts'
import { makeAccount, removeAccount } from './credentials/accounts.ts'
import type { PeopleDeps } from './deps.ts'
import { registerPerson } from './registerPerson.ts'

/**
 * Lets the first person into a district that nobody may administer: an account with a one-time password, to be told on the terminal
 * and nowhere else. With it one can only set a password of one's own.
 * @returns null where somebody administers the district already.
 */
export async function firstAdministrator(
  deps: Pick<PeopleDeps, 'db' | 'credentials' | 'now' | 'newId' | 'newSecret'>,
  district: DistrictCode,
): Promise<{ readonly account: string; readonly password: string } | null> {
  const id = deps.newId() as PersonId
  const who = { district, person: id }
  const password = deps.newSecret().slice(0, 20)
  let isNamed = false
  try {
    return await inTransaction(deps.db, systemIn(district), async (tx) => {
      // Two servers that start at once on an empty database make one administrator.
      await sql`select pg_advisory_xact_lock(hashtext(${`first administrator ${district}`}))`.execute(tx)
      if ((await administratorsOf(tx, district)).length > 0) return null
      const account = await freeName(deps, `admin-${district}`, id)
      await registerPerson(
        tx,
        { district, actor: null, at: deps.now() },
        id,
        {
          name: '初始管理员',
          phone: null,
          idNumber: null,
          agencyId: null,
          companyId: null,
          roles: ['systemAdministrator', 'districtAdministrator'],
          active: true,
        },
        { account },
      )
      isNamed = await makeAccount(deps.credentials, deps, account, password, who, { oneTime: true })
      if (!isNamed) throw new Error(`the account ${account} was taken meanwhile`)
      return { account, password }
    })
  } catch (error) {
    if (isNamed) await removeAccount(deps.credentials, who)
    throw error
  }
}

/** The plain name, unless an administrator of former days has it. */
async function freeName({ credentials }: Pick<PeopleDeps, 'credentials'>, plain: string, id: string): Promise<string> {
  const taken = await credentials
    .selectFrom('account.account')
    .where('name', '=', plain)
    .select('name')
    .executeTakeFirst()
  return taken ? `${plain}-${id.slice(-6)}` : plain
}
