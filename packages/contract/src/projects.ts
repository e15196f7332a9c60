import { z } from 'zod'
import type { Contract } from './contract.ts'
import { AgencyId, CompanyId, Cursor, Day, Instant, PersonId, ProjectId, pageOf, stretchOf, Version } from './ids.ts'
import { ProjectFacts } from './projectFacts.ts'
import { Text } from './text.ts'

/** 省 / 市 / 区重大; `none` is a project on no list. */
export const ListLevel = z.enum(['province', 'city', 'district', 'none'])
export const ListKind = z.enum(['implementation', 'reserve'])
/** The road from an idea to full output (domain 4.1). */
export const Stage = z.enum([
  'planned',
  'signed',
  'reserve',
  'early',
  'started',
  'building',
  'completed',
  'producing',
  'fullOutput',
  'suspended',
  'withdrawn',
])

/** 万元 with at most two decimals, as text: sums are made by the database, never in floating point. */
export const WanYuan = z.string().regex(/^\d{1,10}(\.\d{1,2})?$/, {
  error:
    '金额写作万元数，最多两位小数，如 1500000.00 · an amount in 万元 with at most two decimals, such as 1500000.00',
})
const Line = (max: number) =>
  z
    .string()
    .trim()
    .min(1, { error: '请填写 · please fill in' })
    .max(max, { error: `最多 ${max} 个字 · at most ${max} characters` })
    .regex(/^\P{Cc}*$/u, { error: '不能含换行或控制字符 · no line breaks or control characters' })

/** A polygon or several, WGS84/CGCS2000 longitude and latitude. */
const Ring = z
  .array(z.tuple([z.number().min(73).max(136), z.number().min(3).max(54)]))
  .min(4)
  .max(2000)
export const ParcelShape = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('Polygon'), coordinates: z.array(Ring).min(1).max(50) }),
  z.strictObject({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring).min(1)).min(1).max(50) }),
])

/** What everybody calls the project by, and the ledger's columns (domain 4.5). */
export const ProjectIdentity = z.strictObject({
  name: Line(100),
  nameEn: Line(200).nullable(),
  /** Dashed, either format of domain 3.1. */
  code: z
    .string()
    .regex(/^\d{4}-\d{6}-\d{2}-\d{2}-\d{6}$/, {
      error: '项目代码形如 2020-320413-38-03-500001 · a project code looks like 2020-320413-38-03-500001',
    })
    .nullable(),
  companyId: CompanyId.nullable(),
  /** GB/T 4754 class, such as C3841. */
  industry: z
    .string()
    .regex(/^[A-T]\d{2,4}$/, { error: '行业代码形如 C3841 · an industry code looks like C3841' })
    .nullable(),
  township: Line(40).nullable(),
  level: ListLevel,
  kind: ListKind,
  listYear: z.int().min(2000).max(2100).nullable(),
  construction: z.enum(['new', 'continued']),
  stage: Stage,
  /** 五新: new energy, new materials, new-generation information technology, new medicine, new vehicles — as the district's list names them. */
  fiveNew: Line(40).nullable(),
  cluster: Line(60).nullable(),
  /** 建设内容及规模 */
  content: z.string().trim().max(2000, { error: '最多 2000 个字 · at most 2000 characters' }).nullable(),
  capacity: Line(100).nullable(),
  investmentWan: WanYuan.nullable(),
  equipmentWan: WanYuan.nullable(),
  spentBeforeWan: WanYuan.nullable(),
  yearPlanWan: WanYuan.nullable(),
  spentThisYearWan: WanYuan.nullable(),
  yearGoal: Line(200).nullable(),
  startPlanned: Day.nullable(),
  startActual: Day.nullable(),
  completionPlanned: Day.nullable(),
  remark: z.string().trim().max(2000).nullable(),
  synthetic: z.boolean(),
})
export type ProjectIdentity = z.infer<typeof ProjectIdentity>

/** A parcel of the list or the map; what the planner asks of it stands in the facts. */
export const Parcel = z.strictObject({ id: Line(40), name: Line(100).nullable(), shape: ParcelShape.nullable() })
export type Parcel = z.infer<typeof Parcel>

export const TeamDuty = z.enum(['leader', 'helper', 'deputy', 'contact', 'company'])
export type TeamDuty = z.infer<typeof TeamDuty>
export const TeamMember = z.strictObject({
  personId: PersonId,
  duty: TeamDuty,
  /** For which agency a contact stands. */
  agencyId: AgencyId.nullable(),
})
export type TeamMember = z.infer<typeof TeamMember>
/** As shown: the name, and the telephone number masked unless it was unmasked. */
export const TeamMemberView = z.strictObject({
  ...TeamMember.shape,
  name: z.string(),
  agencyName: Text.nullable(),
  phone: z.string().nullable(),
})

export const ProjectView = z.strictObject({
  id: ProjectId,
  version: Version,
  identity: ProjectIdentity,
  company: z.strictObject({ id: CompanyId, name: z.string(), creditCode: z.string() }).nullable(),
  facts: ProjectFacts,
  parcels: z.array(Parcel),
  team: z.array(TeamMemberView),
  /** The adopted plan, if any, and the latest version. */
  plan: z.strictObject({ adopted: z.int().nullable(), latest: z.int().nullable() }),
  /** What this person may do here, so that no button promises more. */
  mayWrite: z.boolean(),
  updatedAt: Instant,
})
export type ProjectView = z.infer<typeof ProjectView>

export const ProjectListItem = z.strictObject({
  id: ProjectId,
  version: Version,
  name: z.string(),
  code: z.string().nullable(),
  company: z.string().nullable(),
  creditCode: z.string().nullable(),
  industry: z.string().nullable(),
  township: z.string().nullable(),
  level: ListLevel,
  kind: ListKind,
  listYear: z.int().nullable(),
  construction: z.enum(['new', 'continued']),
  stage: Stage,
  fiveNew: z.string().nullable(),
  cluster: z.string().nullable(),
  investmentWan: z.string().nullable(),
  yearPlanWan: z.string().nullable(),
  spentThisYearWan: z.string().nullable(),
  startPlanned: Day.nullable(),
  startActual: Day.nullable(),
  helper: z.string().nullable(),
  /** From the adopted plan, else the latest: land day, first construction start, days left until it. */
  landDay: Day.nullable(),
  constructionStart: Day.nullable(),
  planStatus: z.enum(['none', 'computed', 'countersigning', 'adopted']),
  synthetic: z.boolean(),
  updatedAt: Instant,
})
export type ProjectListItem = z.infer<typeof ProjectListItem>

export const ProjectSort = z.enum(['name', 'investment', 'listYear', 'stage', 'constructionStart', 'updated'])

/** The filters of the list, as they stand in the address bar. Lists are commas. */
export const ProjectFilter = z.strictObject({
  /** Name, pinyin, initials, code with or without dashes, company, credit code; two characters are enough. */
  q: z.string().trim().max(100).optional(),
  level: z.string().max(100).optional(),
  kind: ListKind.optional(),
  listYear: z.coerce.number().int().min(2000).max(2100).optional(),
  stage: z.string().max(200).optional(),
  township: z.string().max(200).optional(),
  industry: z.string().max(200).optional(),
  fiveNew: z.string().max(200).optional(),
  planStatus: z.enum(['none', 'computed', 'countersigning', 'adopted']).optional(),
  /** By their id: an address tells nobody's name. */
  helper: PersonId.optional(),
  mine: z.enum(['true']).optional(),
  sort: ProjectSort.optional(),
  descending: z.enum(['true']).optional(),
})
export type ProjectFilter = z.infer<typeof ProjectFilter>

export const SavedFilter = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  filter: ProjectFilter,
  columns: z.array(z.string().max(40)).max(40),
})

export const Company = z.strictObject({
  id: CompanyId,
  name: z.string(),
  creditCode: z.string(),
  synthetic: z.boolean(),
})

const one = z.strictObject({ projectId: ProjectId })

const CellFault = z.strictObject({
  sheet: z.string(),
  row: z.int(),
  column: z.string(),
  header: z.string(),
  value: z.string(),
  message: z.strictObject({ zh: z.string(), en: z.string() }),
})
export const ImportPreview = z.strictObject({
  /** Names the uploaded sheet for the import that follows; kept for an hour. */
  uploadId: z.uuid(),
  rows: z.int(),
  added: z.int(),
  changed: z.int(),
  same: z.int(),
  faults: z.array(CellFault),
  warnings: z.array(z.strictObject({ zh: z.string(), en: z.string() })),
  sample: z.array(
    z.strictObject({
      row: z.int(),
      name: z.string(),
      what: z.enum(['added', 'changed', 'same']),
      changes: z.array(z.string()),
    }),
  ),
})
export type ImportPreview = z.infer<typeof ImportPreview>

export const projectContracts = {
  list: {
    method: 'GET',
    path: '/projects',
    may: 'project.read',
    summary: { zh: '项目清单', en: 'List of projects' },
    query: z.strictObject({
      ...ProjectFilter.shape,
      limit: z.coerce.number().int().min(1).max(500).default(50),
      cursor: Cursor.optional(),
    }),
    out: {
      200: z.strictObject({
        ...pageOf(ProjectListItem).shape,
        /** Sums over all that the filter finds, in 万元. */
        sums: z.strictObject({ investmentWan: z.string(), yearPlanWan: z.string(), spentThisYearWan: z.string() }),
      }),
    },
  },
  read: {
    method: 'GET',
    path: '/projects/:projectId',
    may: 'project.read',
    summary: { zh: '一个项目', en: 'One project' },
    params: one,
    out: { 200: ProjectView },
  },
  create: {
    method: 'POST',
    path: '/projects',
    may: 'project.write',
    summary: { zh: '登记项目', en: 'Register a project' },
    body: z.strictObject({ identity: ProjectIdentity, facts: ProjectFacts, parcels: z.array(Parcel).max(50) }),
    out: { 201: ProjectView },
    refusals: ['project.codeTaken', 'project.bodyInvalid'],
  },
  change: {
    method: 'PUT',
    path: '/projects/:projectId',
    may: 'project.write',
    ifMatch: true,
    summary: { zh: '修改项目的名称、属性与地块', en: 'Change identity, facts and parcels of a project' },
    params: one,
    body: z.strictObject({ identity: ProjectIdentity, facts: ProjectFacts, parcels: z.array(Parcel).max(50) }),
    out: { 200: ProjectView },
    refusals: ['project.codeTaken', 'project.bodyInvalid'],
  },
  remove: {
    method: 'DELETE',
    path: '/projects/:projectId',
    may: 'project.write',
    ifMatch: true,
    summary: { zh: '删除误登记的项目', en: 'Remove a project that was registered by mistake' },
    params: one,
    out: { 204: null },
    refusals: ['project.planned', 'project.hasMaterials'],
  },
  team: {
    method: 'PUT',
    path: '/projects/:projectId/team',
    may: 'project.team',
    ifMatch: true,
    summary: { zh: '设定项目专班', en: 'Set the team of a project' },
    params: one,
    body: z.strictObject({ team: z.array(TeamMember).max(60) }),
    out: { 200: ProjectView },
    refusals: ['request.invalid'],
  },
  events: {
    method: 'GET',
    path: '/projects/:projectId/events',
    may: 'project.read',
    summary: { zh: '项目的历史', en: 'What happened to a project' },
    params: one,
    query: z.strictObject({ limit: z.coerce.number().int().min(1).max(200).default(50), cursor: Cursor.optional() }),
    out: {
      200: stretchOf(
        z.strictObject({
          stream: z.string(),
          version: z.int(),
          type: z.string(),
          at: Instant,
          actor: z.string().nullable(),
          says: z.strictObject({ zh: z.string(), en: z.string() }),
          data: z.json(),
        }),
      ),
    },
  },
  changesSince: {
    method: 'GET',
    path: '/projects/:projectId/changes',
    may: 'project.read',
    summary: {
      zh: '某版本之后他人改了什么（专班作为一项）',
      en: 'What others changed since a version; the team counts as one field',
    },
    params: one,
    query: z.strictObject({ since: z.coerce.number().int().min(0) }),
    out: {
      200: z.strictObject({
        version: Version,
        changes: z.array(
          z.strictObject({
            field: z.string(),
            before: z.json(),
            after: z.json(),
            by: z.string().nullable(),
            at: Instant,
          }),
        ),
      }),
    },
  },
  bulk: {
    method: 'POST',
    path: '/projects/bulk',
    may: 'project.bulk',
    summary: { zh: '批量修改（每个项目各有结果）', en: 'Change several projects at once, each with its own result' },
    body: z.strictObject({
      projects: z
        .array(z.strictObject({ id: ProjectId, version: Version }))
        .min(1)
        .max(500),
      set: z.strictObject({
        stage: Stage.optional(),
        level: ListLevel.optional(),
        kind: ListKind.optional(),
        listYear: z.int().min(2000).max(2100).optional(),
      }),
    }),
    out: {
      200: z.strictObject({
        results: z.array(z.strictObject({ id: ProjectId, done: z.boolean(), reason: z.string().nullable() })),
      }),
    },
  },
  exportSheet: {
    method: 'GET',
    path: '/projects.xlsx',
    may: 'project.read',
    summary: { zh: '导出清单（与屏幕同样的筛选和次序）', en: 'Export the list, filtered and sorted as on the screen' },
    query: ProjectFilter,
    out: { 200: null },
    bytes: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  },
  importPreview: {
    method: 'POST',
    path: '/projects/import',
    may: 'project.bulk',
    bodyLimit: 20 * 1024 * 1024,
    summary: { zh: '上传清单，先预览', en: 'Upload a list and preview it' },
    body: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
    out: { 200: ImportPreview },
    refusals: ['import.unreadable'],
  },
  importRun: {
    method: 'POST',
    path: '/projects/import/:uploadId',
    may: 'project.bulk',
    summary: { zh: '导入已预览的清单：全部或不导入', en: 'Import a previewed list: all of it or nothing' },
    params: z.strictObject({ uploadId: z.uuid() }),
    out: { 200: z.strictObject({ added: z.int(), changed: z.int(), same: z.int() }) },
    refusals: ['import.faulty', 'project.codeTaken', 'request.stale', 'request.notFound'],
  },
  importMarked: {
    method: 'GET',
    path: '/projects/import/:uploadId/marked.xlsx',
    may: 'project.bulk',
    summary: { zh: '取回标出错误的表格', en: 'The uploaded sheet with its mistakes marked' },
    params: z.strictObject({ uploadId: z.uuid() }),
    out: { 200: null },
    bytes: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    refusals: ['import.unreadable'],
  },
  savedFilters: {
    method: 'GET',
    path: '/project-filters',
    may: 'project.read',
    summary: { zh: '我保存的筛选', en: 'My saved filters' },
    out: { 200: z.strictObject({ items: z.array(SavedFilter) }) },
  },
  saveFilter: {
    method: 'POST',
    path: '/project-filters',
    may: 'project.read',
    summary: { zh: '保存筛选', en: 'Save a filter' },
    body: z.strictObject({ name: Line(40), filter: ProjectFilter, columns: z.array(z.string().max(40)).max(40) }),
    out: { 201: SavedFilter },
  },
  removeFilter: {
    method: 'DELETE',
    path: '/project-filters/:filterId',
    may: 'project.read',
    summary: { zh: '删除保存的筛选', en: 'Remove a saved filter' },
    params: z.strictObject({ filterId: z.uuid() }),
    out: { 204: null },
  },
  companies: {
    method: 'GET',
    path: '/companies',
    may: 'project.read',
    summary: { zh: '查企业', en: 'Look up companies' },
    query: z.strictObject({ q: z.string().trim().max(100).optional() }),
    out: { 200: z.strictObject({ items: z.array(Company) }) },
  },
  addCompany: {
    method: 'POST',
    path: '/companies',
    may: 'project.write',
    summary: { zh: '登记企业', en: 'Register a company' },
    body: z.strictObject({ name: Line(100), creditCode: z.string().trim().max(30) }),
    out: { 201: Company },
  },
} as const satisfies Readonly<Record<string, Contract>>
