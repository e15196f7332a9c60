import { type DistrictCode, type PersonId, type ProjectFilter, Stage } from '@kaigong/contract'
import { type ExpressionBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { Tables } from '../platform/database/tables.ts'
import type { Tx } from '../platform/database/transaction.ts'
import { likePattern } from '../platform/search/searchKey.ts'
import './tables.ts'

type Found = SelectQueryBuilder<Tables, 'project', object>

/** Projects of a district that a filter finds. */
function found(tx: Tx, district: DistrictCode, person: PersonId | null, filter: ProjectFilter): Found {
  const several = (list: string | undefined) => (list === undefined || list === '' ? undefined : list.split(','))
  const [levels, stages, townships, industries, fives] = [
    filter.level,
    filter.stage,
    filter.township,
    filter.industry,
    filter.fiveNew,
  ].map(several)
  return tx
    .selectFrom('project')
    .where('district_code', '=', district)
    .$if(filter.q !== undefined && filter.q !== '', (s) => s.where((e) => matches(e, filter.q ?? '')))
    .$if(levels !== undefined, (s) => s.where('level', 'in', (levels ?? []) as Tables['project']['level'][]))
    .$if(stages !== undefined, (s) => s.where('stage', 'in', stages ?? []))
    .$if(townships !== undefined, (s) => s.where('township', 'in', townships ?? []))
    .$if(industries !== undefined, (s) =>
      s.where((e) => e.or((industries ?? []).map((code) => e('industry', 'like', `${code.replace(/[\\%_]/g, '')}%`)))),
    )
    .$if(fives !== undefined, (s) => s.where('five_new', 'in', fives ?? []))
    .$if(filter.kind !== undefined, (s) => s.where('kind', '=', filter.kind ?? 'implementation'))
    .$if(filter.listYear !== undefined, (s) => s.where('list_year', '=', filter.listYear ?? 0))
    .$if(filter.planStatus !== undefined, (s) => s.where('plan_status', '=', filter.planStatus ?? 'none'))
    .$if(filter.helper !== undefined, (s) =>
      s.where('project_id', 'in', (sub) => withOnTeam(sub, district, filter.helper ?? '').where('duty', '=', 'helper')),
    )
    .$if(filter.mine === 'true' && person !== null, (s) =>
      s.where('project_id', 'in', (sub) => withOnTeam(sub, district, person ?? '')),
    )
}

/** Projects on whose team somebody stands. */
const withOnTeam = (sub: ExpressionBuilder<Tables, 'project'>, district: DistrictCode, person: string) =>
  sub
    .selectFrom('team_member')
    .where('district_code', '=', district)
    .where('person_id', '=', person)
    .select('project_id')

/** Name, pinyin or initials, company, credit code, code with or without dashes: as typed, and without what people put between. */
function matches(e: ExpressionBuilder<Tables, 'project'>, typed: string) {
  const asTyped = typed.toLowerCase()
  const letters = asTyped.replace(/\s+/g, '')
  const digits = letters.normalize('NFKC').replaceAll('-', '')
  const texts = new Set([asTyped, letters, ...(/^\d{4,}$/.test(digits) ? [digits] : [])])
  return e.or([...texts].map((text) => e('found_by', 'like', likePattern(text))))
}

/** Money and days go last where they are not known; names by pinyin; stages along the road; the id makes every order a total one. */
const orders = {
  name: sql`name collate "zh-Hans-x-icu"`,
  investment: sql`investment_wan`,
  listYear: sql`list_year`,
  stage: sql`array_position(${[...Stage.options]}::text[], stage)`,
  constructionStart: sql`construction_start`,
  updated: sql`updated_at`,
} as const

/** Some of the projects that a filter finds, in its order, from an offset on. */
export async function projectsFound(
  tx: Tx,
  district: DistrictCode,
  person: PersonId | null,
  filter: ProjectFilter,
  { limit, offset }: { limit: number; offset: number },
) {
  const order = orders[filter.sort ?? 'updated']
  // What is new stands first unless somebody asks otherwise.
  const down = filter.sort === undefined ? filter.descending === undefined : filter.descending === 'true'
  return await found(tx, district, person, filter)
    .select(listed)
    .orderBy(order, (o) => (down ? o.desc().nullsLast() : o.asc().nullsLast()))
    .orderBy('project_id')
    .limit(limit)
    .offset(offset)
    .execute()
}

/** How many a filter finds, and their sums in 万元: made by the database, exactly. */
export async function totalsFound(tx: Tx, district: DistrictCode, person: PersonId | null, filter: ProjectFilter) {
  const sum = (column: string) => sql<string>`coalesce(sum(${sql.ref(column)}), 0)::numeric(16, 2)`
  return await found(tx, district, person, filter)
    .select([
      sql<string>`count(*)`.as('total'),
      sum('investment_wan').as('investmentWan'),
      sum('year_plan_wan').as('yearPlanWan'),
      sum('spent_this_year_wan').as('spentThisYearWan'),
    ])
    .executeTakeFirstOrThrow()
}

// Facts and outlines are long and no list shows them.
const listed = [
  'district_code',
  'project_id',
  'version',
  'name',
  'name_en',
  'name_key',
  'code',
  'company_id',
  'industry',
  'township',
  'level',
  'kind',
  'list_year',
  'construction',
  'stage',
  'five_new',
  'cluster',
  'content',
  'capacity',
  'investment_wan',
  'equipment_wan',
  'spent_before_wan',
  'year_plan_wan',
  'spent_this_year_wan',
  'year_goal',
  'start_planned',
  'start_actual',
  'completion_planned',
  'remark',
  'synthetic',
  'company_name',
  'credit_code',
  'helper_name',
  'land_day',
  'construction_start',
  'plan_status',
  'latest_plan',
  'adopted_plan',
  'updated_at',
] as const
