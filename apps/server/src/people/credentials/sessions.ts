import { createHash } from 'node:crypto'
import type { DistrictCode, PersonId } from '@kaigong/contract'
import type { Actor } from '../../platform/http/actor.ts'
import type { World } from '../../platform/world/world.ts'
import type { Who } from './accounts.ts'
import type { Credentials } from './credentials.ts'

const IDLE_HOURS = 12
const LONGEST_HOURS = 7 * 24
const SEEN_MINUTES = 1

export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** A new session: its token is told once, to the browser; what is kept is only its hash. */
export async function startSession(db: Credentials, world: World, who: Who, agent: string): Promise<{ token: string }> {
  const token = world.newSecret()
  const now = world.now()
  await db
    .insertInto('account.session')
    .values({
      token_hash: hashOfToken(token),
      csrf: world.newSecret(),
      district_code: who.district,
      person_id: who.person,
      started_at: now.toString(),
      last_seen_at: now.toString(),
      expires_at: now.add({ hours: LONGEST_HOURS }).toString(),
      agent: agent.slice(0, 200),
    })
    .execute()
  return { token }
}

/** Keeps when somebody signed in; false for one who is no longer active, and who gets no session. */
export async function arrive(db: Credentials, world: World, who: Who): Promise<boolean> {
  const person = await db
    .updateTable('kg.person')
    .set({ last_sign_in: world.now().toString() })
    .where('district_code', '=', who.district)
    .where('person_id', '=', who.person)
    .where('active', '=', true)
    .returning('person_id')
    .executeTakeFirst()
  return person !== undefined
}

/**
 * Who holds a session, in one query; null when it is unknown, idle for too long, over, or the person is no longer active.
 * @param isAttended whether a person asks: only that keeps a session from idling out. What a page does by itself would hold it open for
 * whoever comes by an unlocked desk.
 */
export async function actorOfSession(
  db: Credentials,
  world: World,
  token: string,
  { isAttended }: { readonly isAttended: boolean },
): Promise<Actor | null> {
  const now = world.now()
  const tokenHash = hashOfToken(token)
  const row = await db
    .selectFrom('account.session as s')
    .innerJoin('kg.person as p', (j) =>
      j.onRef('p.district_code', '=', 's.district_code').onRef('p.person_id', '=', 's.person_id'),
    )
    .where('s.token_hash', '=', tokenHash)
    .where('s.expires_at', '>', now.toString())
    .where('s.last_seen_at', '>', now.subtract({ hours: IDLE_HOURS }).toString())
    .where('p.active', '=', true)
    .select(['s.csrf', 's.last_seen_at', 'p.district_code', 'p.person_id', 'p.roles', 'p.agency_id', 'p.company_id'])
    .executeTakeFirst()
  if (!row) return null
  const seenAt = Temporal.Instant.from(row.last_seen_at)
  if (isAttended && Temporal.Instant.compare(seenAt, now.subtract({ minutes: SEEN_MINUTES })) < 0) {
    await db
      .updateTable('account.session')
      .set({ last_seen_at: now.toString() })
      .where('token_hash', '=', tokenHash)
      .execute()
  }
  return { ...personIn(row), csrf: row.csrf, session: tokenHash, scopes: null }
}

/** Whom a machine's token stands for; null when it is unknown, over or revoked. */
export async function actorOfToken(db: Credentials, world: World, token: string): Promise<Actor | null> {
  const now = world.now().toString()
  const row = await db
    .updateTable('account.api_token as t')
    .from('kg.person as p')
    .whereRef('p.district_code', '=', 't.district_code')
    .whereRef('p.person_id', '=', 't.person_id')
    .where('t.token_hash', '=', hashOfToken(token))
    .where('t.expires_at', '>', now)
    .where('t.revoked_at', 'is', null)
    .where('p.active', '=', true)
    .set({ last_used_at: now })
    .returning(['t.scopes', 'p.district_code', 'p.person_id', 'p.roles', 'p.agency_id', 'p.company_id'])
    .executeTakeFirst()
  return row ? { ...personIn(row), csrf: null, session: null, scopes: row.scopes as Actor['scopes'] } : null
}

type PersonRow = {
  district_code: string
  person_id: string
  roles: string[]
  agency_id: string | null
  company_id: string | null
}

const personIn = (row: PersonRow) => ({
  district: row.district_code as DistrictCode,
  person: row.person_id as PersonId,
  roles: row.roles as Actor['roles'],
  agency: row.agency_id,
  company: row.company_id as Actor['company'],
})

/** Ends one session, or all of a person's but the one that is kept. */
export const endSessions = (
  db: Credentials,
  who: Who,
  which: { readonly only: string } | { readonly except: string | null },
) =>
  db
    .deleteFrom('account.session')
    .where('district_code', '=', who.district)
    .where('person_id', '=', who.person)
    .$if('only' in which, (q) => q.where('token_hash', '=', 'only' in which ? which.only : ''))
    .$if('except' in which && which.except !== null, (q) =>
      q.where('token_hash', '<>', 'except' in which ? (which.except ?? '') : ''),
    )
    .execute()

/** Sessions that are over, and attempts at an identity provider from which nobody came back, are forgotten. */
export async function forgetEndedSessions(db: Credentials, now: Temporal.Instant): Promise<void> {
  await db.deleteFrom('account.oidc_attempt').where('expires_at', '<', now.toString()).execute()
  await db
    .deleteFrom('account.session')
    .where((e) =>
      e.or([
        e('expires_at', '<', now.toString()),
        e('last_seen_at', '<', now.subtract({ hours: IDLE_HOURS }).toString()),
      ]),
    )
    .execute()
}
