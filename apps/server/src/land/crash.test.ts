import type { CompanyId, ProjectView } from '@kaigong/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { company } from '../cases/cases.fixture.ts'
import { openProduct, type Product } from '../product.fixture.ts'
import { issuing, type People, peopleOfLandDay, ready } from './land.fixture.ts'

/** How often the connection is torn down in the middle; `KAIGONG_CRASHES=50` looks at every place in turn. */
const ROUNDS = Number(process.env.KAIGONG_CRASHES ?? 8)

const WRITTEN = ['event', 'case_file', 'certificate', 'certificate_series', 'land_conversion', 'pre_review'] as const

let product: Product
let people: People
let ours: CompanyId
beforeAll(async () => {
  product = await openProduct()
  product.world.moveTo('2022-06-10T03:00:00Z')
  ours = await company(product, '虚构断电企业有限公司')
  people = await peopleOfLandDay(product, ours)
  await sabotage()
}, 60_000)
afterAll(async () => {
  await people.close()
  await product.close()
})

/** Lets the server process of a transaction end itself at its n-th write, as a machine does that loses power: nothing is said to the client. */
async function sabotage(): Promise<void> {
  const { owner } = product.database
  await owner.query(`
    create table public.crash (at integer not null);
    insert into public.crash values (0);
    grant select on public.crash to kaigong_app;
    create function public.crash_at() returns trigger language plpgsql as $$
    declare written integer := coalesce(nullif(current_setting('crash.written', true), ''), '0')::integer + 1;
    begin
      perform set_config('crash.written', written::text, true);
      if written = (select at from public.crash) then perform pg_terminate_backend(pg_backend_pid()); end if;
      return null;
    end $$;`)
  for (const table of WRITTEN)
    await owner.query(
      `create trigger crash after insert or update on kg.${table} for each row execute function public.crash_at()`,
    )
}

const crashAt = (n: number) => product.database.owner.query('update public.crash set at = $1', [n])

const whatThereIs = async ({ id }: ProjectView) => {
  const { owner } = product.database
  const count = async (sql: string) => (await owner.query(sql, [id])).rows[0].n as number
  return {
    certificates: await count('select count(*)::int as n from kg.certificate where project_id = $1'),
    cases: await count('select count(*)::int as n from kg.case_file where project_id = $1'),
    conversions: await count('select count(*)::int as n from kg.land_conversion where project_id = $1'),
    converted: await count(
      `select count(*)::int as n from kg.pre_review where project_id = $1 and stage = 'converted'`,
    ),
    told: await count(`select count(*)::int as n from kg.event where project_id = $1 and type = 'certificateIssued'`),
  }
}

const NOTHING = { certificates: 0, cases: 0, conversions: 0, converted: 0, told: 0 }
const EVERYTHING = { certificates: 5, cases: 4, conversions: 1, converted: 5, told: 5 }

describe('a conversion that is torn off in the middle', () => {
  it(
    `leaves nothing, ${ROUNDS} times at as many places, and the next press issues the whole set with the first numbers`,
    async () => {
      let { project } = await ready(people, '断电的项目', ours)
      let crashes = 0
      for (let round = 0, at = 1; round < ROUNDS; round += 1) {
        await crashAt(at)
        const answer = await issuing(people.coordinator, project)
        const found = await whatThereIs(project)
        if (answer.ok) {
          // The conversion had fewer writes than that: it is whole, and the next one begins with its first write again.
          expect(found).toEqual(EVERYTHING)
          project = (await ready(people, `断电的项目 ${round}`, ours)).project
          at = 1
        } else {
          expect(answer.problem).toMatchObject({ status: 503, type: '/problems/server.busy' })
          expect(found).toEqual(NOTHING)
          crashes += 1
          at += Math.max(1, Math.round(48 / ROUNDS))
        }
      }
      expect(crashes).toBeGreaterThanOrEqual(Math.floor(ROUNDS * 0.8))
      await crashAt(0)
      expect((await issuing(people.coordinator, project)).ok).toBe(true)
      expect(await whatThereIs(project)).toEqual(EVERYTHING)
      await numbersHaveNoGap()
    },
    60_000 + ROUNDS * 10_000,
  )
})

/** What every series has given out is what the certificates bear: of the conversions that broke off no number is missing. */
async function numbersHaveNoGap(): Promise<void> {
  const { rows } = await product.database.owner.query<{ key: string; last: number; borne: number }>(
    `select s.key, s.last, (select count(*)::int from kg.certificate c
        where c.matter = split_part(s.key, ' ', 1) or c.matter || '-until-2023' = split_part(s.key, ' ', 1)) as borne
      from kg.certificate_series s where s.key not like 'preReview %' order by 1`,
  )
  expect(rows.map(({ key, last }) => [key, last])).toEqual(rows.map(({ key, borne }) => [key, borne]))
  expect(rows).toHaveLength(5)
}
