import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../district.fixture.ts'

/** The only tables that belong to no district: the districts themselves, and texts of the law. */
const REFERENCE_TABLES = ['district', 'catalogue_file']

let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

/**
 * What the system catalogue says against design.md section 3: a sentence for each key of a district's table that does not begin with
 * `district_code`, and for each table that row-level security does not hold.
 */
async function faultsOfTenancy(owner: pg.Client): Promise<readonly string[]> {
  const { rows } = await owner.query<{ fault: string }>(
    `with tenant as (
       select c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity,
           (select attnum from pg_attribute where attrelid = c.oid and attname = 'district_code' and attnotnull and atttypid = 'text'::regtype) as district
         from pg_class c
         where c.relnamespace = 'kg'::regnamespace and c.relkind in ('r', 'p') and c.relname <> all ($1)
     ), unique_index as (
       select t.relname, t.district, i.indexrelid::regclass as name, i.indisprimary, (i.indkey::int2[])[0] as first
         from tenant t join pg_index i on i.indrelid = t.oid where i.indisunique
     ), foreign_key as (
       select t.relname, k.conname, t.district, k.conkey[1] as first, k.confkey[1] as first_there, o.district as district_there
         from tenant t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f' left join tenant o on o.oid = k.confrelid
     )
     select relname || ' has no text column district_code that is never null' as fault from tenant where district is null
     union all select relname || ' has no primary key' from tenant t
       where not exists (select from unique_index i where i.relname = t.relname and i.indisprimary)
     union all select 'key ' || name || ' does not begin with district_code' from unique_index
       where first is distinct from district
     union all select 'foreign key ' || conname || ' of ' || relname || ' does not begin with district_code' from foreign_key
       where first is distinct from district or first_there is distinct from district_there and district_there is not null
     union all select relname || ' does not enable row-level security' from tenant where not relrowsecurity
     union all select relname || ' does not force row-level security' from tenant where not relforcerowsecurity
     union all select relname || ' has no restrictive policy that holds its district' from tenant t
       where not exists (select from pg_policy p where p.polrelid = t.oid and not p.polpermissive and p.polcmd = '*'
         and p.polroles @> array['kaigong_app'::regrole::oid]
         and pg_get_expr(p.polqual, p.polrelid) like '%district_code = %'
         and pg_get_expr(p.polwithcheck, p.polrelid) like '%district_code = %')
     union all select relname || ' has no policy that says who sees it' from tenant t
       where not exists (select from pg_policy p where p.polrelid = t.oid and p.polpermissive)
     order by 1`,
    [REFERENCE_TABLES],
  )
  return rows.map(({ fault }) => fault)
}

describe('tables of a district', () => {
  it('begin every key with the district, and are held by row-level security', async () => {
    expect(await faultsOfTenancy(database.owner)).toEqual([])
  })

  it('are complained of by name and key where one was made without thinking of the district', async () => {
    const before = await faultsOfTenancy(database.owner)
    await database.owner.query(`
      begin;
      create table kg.bad_parent (district_code text not null, id uuid primary key, unique (district_code, id));
      create table kg.bad_child (
        district_code text not null, id uuid constraint to_parent references kg.bad_parent, code text, primary key (district_code, id)
      );
      create unique index bad_code on kg.bad_child (lower(code));
      create table kg.bad_stray (id uuid);`)
    const faults = await faultsOfTenancy(database.owner)
    await database.owner.query('rollback')
    const unheld = (table: string) => [
      `${table} does not enable row-level security`,
      `${table} does not force row-level security`,
      `${table} has no policy that says who sees it`,
      `${table} has no restrictive policy that holds its district`,
    ]
    expect(faults.filter((fault) => !before.includes(fault))).toEqual([
      ...unheld('bad_child'),
      ...unheld('bad_parent'),
      ...unheld('bad_stray').slice(0, 3),
      'bad_stray has no primary key',
      ...unheld('bad_stray').slice(3),
      'bad_stray has no text column district_code that is never null',
      'foreign key to_parent of bad_child does not begin with district_code',
      'key bad_code does not begin with district_code',
      'key bad_parent_pkey does not begin with district_code',
    ])
  })
})

describe('the role that the server runs as', () => {
  const ROLES = ['kaigong_app', 'kaigong_signin']

  it('owns nothing, and neither is nor may become anybody whom row-level security does not hold', async () => {
    const { rows } = await database.owner.query(
      `select r.rolname, r.rolsuper, r.rolbypassrls, r.rolcreaterole, r.rolcreatedb,
           (select count(*)::int from pg_class c where c.relowner = r.oid) + (select count(*)::int from pg_proc p where p.proowner = r.oid)
             + (select count(*)::int from pg_namespace n where n.nspowner = r.oid) + (select count(*)::int from pg_type t where t.typowner = r.oid)
             as owns,
           (select count(*)::int from pg_auth_members m where m.member = r.oid) as memberships,
           has_schema_privilege(r.rolname, 'kg', 'create') or has_schema_privilege(r.rolname, 'account', 'create') as creates
         from pg_roles r where r.rolname = any ($1) order by 1`,
      [ROLES],
    )
    const harmless = {
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      owns: 0,
      memberships: 0,
      creates: false,
    }
    expect(rows).toEqual(ROLES.map((rolname) => ({ rolname, ...harmless })))
  })

  it('can neither change nor remove what happened, nor what was signed', async () => {
    const { rows } = await database.owner.query(
      `select role, thing, privilege from unnest($1::text[]) role, unnest(array['kg.event', 'kg.checkpoint']) thing,
           unnest(array['update', 'delete', 'truncate', 'trigger']) privilege
         where has_table_privilege(role, thing, privilege)
       union all select role, thing, 'update of a column' from unnest($1::text[]) role, unnest(array['kg.event', 'kg.checkpoint']) thing
         where has_any_column_privilege(role, thing, 'update')`,
      [ROLES],
    )
    expect(rows).toEqual([])
  })

  it('reaches credentials only as the one that signs people in', async () => {
    const { rows } = await database.owner.query(
      `select has_schema_privilege('kaigong_app', 'account', 'usage') as app, has_schema_privilege('kaigong_signin', 'account', 'usage') as signin`,
    )
    expect(rows).toEqual([{ app: false, signin: true }])
  })
})
