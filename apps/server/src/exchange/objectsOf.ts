import type { DistrictCode } from '@kaigong/contract'
import type { AttributeType, LogObject } from '@kaigong/export'
import type { Tx } from '../platform/database/transaction.ts'
import '../cases/tables.ts'
import '../joint/tables.ts'
import '../people/tables.ts'
import '../plans/tables.ts'
import '../projects/tables.ts'

export type Column = readonly [name: string, type: AttributeType]

/** What the objects of each type say. Companies by name and code; nobody who works for them. */
const COLUMNS = {
  project: [
    ['name', 'string'],
    ['code', 'string'],
    ['level', 'string'],
    ['kind', 'string'],
    ['stage', 'string'],
    ['industry', 'string'],
    ['township', 'string'],
    ['investmentWan', 'float'],
    ['synthetic', 'boolean'],
  ],
  company: [
    ['name', 'string'],
    ['creditCode', 'string'],
  ],
  plan: [
    ['no', 'integer'],
    ['status', 'string'],
    ['asOf', 'time'],
  ],
  case: [
    ['number', 'string'],
    ['matter', 'string'],
    ['matterName', 'string'],
    ['agency', 'string'],
    ['stage', 'string'],
    ['origin', 'string'],
    ['enteredAfterwards', 'integer'],
  ],
  jointReview: [
    ['number', 'string'],
    ['kind', 'string'],
    ['agency', 'string'],
    ['stage', 'string'],
    ['conclusion', 'string'],
  ],
  agency: [],
} as const satisfies Readonly<Record<string, readonly Column[]>>
type ObjectType = keyof typeof COLUMNS

/** The things of a district, named by the streams of what happens to them, and whose each case and joint handling is. */
export async function objectsOf(tx: Tx, district: DistrictCode) {
  const [projects, companies, plans, cases, joints] = [
    await tx.selectFrom('project').where('district_code', '=', district).selectAll().orderBy('project_id').execute(),
    await tx.selectFrom('company').where('district_code', '=', district).selectAll().orderBy('company_id').execute(),
    await tx
      .selectFrom('plan')
      .where('district_code', '=', district)
      .select(['project_id', 'no', 'status', 'as_of', 'computed_at'])
      .orderBy('project_id')
      .orderBy('no')
      .execute(),
    await tx.selectFrom('case_file').where('district_code', '=', district).selectAll().orderBy('number').execute(),
    await tx.selectFrom('joint').where('district_code', '=', district).selectAll().orderBy('number').execute(),
  ]
  const projectOf = (id: string) => [{ objectId: `project/${id}`, qualifier: 'project' }]
  const companyOf = (id: string | null) => (id === null ? [] : [{ objectId: `company/${id}`, qualifier: 'company' }])
  const agencies = new Set([...cases.map((c) => c.agency_id), ...joints.flatMap(agenciesIn)])
  const objects: LogObject[] = [
    ...companies.map((c) => object('company', `company/${c.company_id}`, BEGINNING, [c.name, c.credit_code], [])),
    ...[...agencies].sort().map((id) => object('agency', `agency/${id}`, BEGINNING, [], [])),
    ...projects.map((p) =>
      object(
        'project',
        `project/${p.project_id}`,
        p.updated_at,
        [p.name, p.code, p.level, p.kind, p.stage, p.industry, p.township, p.investment_wan, p.synthetic],
        companyOf(p.company_id),
      ),
    ),
    ...plans.map((p) =>
      object('plan', `plan/${p.project_id}/${p.no}`, p.computed_at, [p.no, p.status, p.as_of], projectOf(p.project_id)),
    ),
    ...cases.map((c) =>
      object(
        'case',
        `case/${c.case_id}`,
        c.updated_at,
        [c.number, c.matter, c.matter_name.zh, c.agency_id, c.stage, c.origin, c.entered_afterwards],
        [
          ...projectOf(c.project_id),
          ...companyOf(c.company_id),
          { objectId: `agency/${c.agency_id}`, qualifier: 'agency' },
        ],
      ),
    ),
    ...joints.map((j) =>
      object(
        'jointReview',
        `joint/${j.joint_id}`,
        j.updated_at,
        [j.number, j.kind, j.lead, j.stage, j.state.conclusion],
        [
          ...projectOf(j.project_id),
          ...companyOf(j.company_id),
          { objectId: `agency/${j.lead}`, qualifier: 'lead' },
          ...j.state.opinions.map((o) => ({ objectId: `agency/${o.agency}`, qualifier: 'asked' })),
        ],
      ),
    ),
  ]
  const agencyOfStream = new Map<string, string>([
    ...cases.map((c) => [`case/${c.case_id}`, c.agency_id] as const),
    ...joints.map((j) => [`joint/${j.joint_id}`, j.lead] as const),
  ])
  const types = Object.entries(COLUMNS).map(([name, columns]) => ({
    name,
    attributes: columns.map(([column, type]) => ({ name: column, type })),
  }))
  return { types, objects, agencyOfStream }
}

const BEGINNING = '1970-01-01T00:00:00Z'

const agenciesIn = (j: {
  readonly lead: string
  readonly state: { readonly opinions: readonly { readonly agency: string }[] }
}) => [j.lead, ...j.state.opinions.map(({ agency }) => agency)]

/** Values in the order of the columns; what is not known is left out. */
function object(
  type: ObjectType,
  id: string,
  since: string,
  values: readonly (string | number | boolean | null)[],
  relationships: LogObject['relationships'],
): LogObject {
  const columns: readonly Column[] = COLUMNS[type]
  const time = Temporal.Instant.from(since).toString()
  return {
    id,
    type,
    attributes: columns.flatMap(([name], i) => {
      const value = values[i]
      return value === null || value === undefined ? [] : [{ name, value: String(value), time }]
    }),
    relationships,
  }
}
