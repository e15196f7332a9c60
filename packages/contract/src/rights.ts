import { z } from 'zod'
import type { Text } from './text.ts'

/** The roles of design and issue, in the order of the sign-in page. */
export const Role = z.enum([
  'systemAdministrator',
  'districtAdministrator',
  'coordinator',
  'leader',
  'agencyHead',
  'officer',
  'helper',
  'companyUser',
  'intermediary',
  'utility',
  'inspector',
  'auditor',
  'public',
])
export type Role = z.infer<typeof Role>

export const roleNames: Readonly<Record<Role, Text>> = {
  systemAdministrator: { zh: '系统管理员', en: 'System administrator' },
  districtAdministrator: { zh: '区管理员', en: 'District administrator' },
  coordinator: { zh: '专班', en: 'Task-force coordinator' },
  leader: { zh: '挂钩领导', en: 'Leader in charge' },
  agencyHead: { zh: '部门负责人', en: 'Agency head' },
  officer: { zh: '工作人员', en: 'Officer' },
  helper: { zh: '帮办员', en: 'Helper' },
  companyUser: { zh: '企业用户', en: 'Company user' },
  intermediary: { zh: '中介机构', en: 'Intermediary' },
  utility: { zh: '公用企业', en: 'Utility' },
  inspector: { zh: '督查', en: 'Inspector' },
  auditor: { zh: '审计', en: 'Auditor' },
  public: { zh: '公众', en: 'Public' },
}

export const Action = z.enum([
  'project.read',
  'project.write',
  'project.bulk',
  'project.team',
  'plan.read',
  'plan.compute',
  'plan.countersign',
  'plan.adopt',
  'plan.share',
  'case.read',
  'case.act',
  'proxy.give',
  'gate.except',
  'leave.arrange',
  'joint.read',
  'joint.act',
  'certificate.read',
  'certificate.act',
  'land.read',
  'land.record',
  'preReview.request',
  'preReview.opine',
  'landDay.rehearse',
  'landDay.issue',
  'material.read',
  'material.write',
  'catalogue.read',
  'catalogue.propose',
  'catalogue.adopt',
  'district.read',
  'district.write',
  'people.read',
  'people.write',
  'people.resetPassword',
  'people.unmask',
  'jobs.read',
  'jobs.retry',
  'audit.read',
  'exchange.read',
  'mirror.write',
  'token.manage',
])
export type Action = z.infer<typeof Action>

/**
 * How far a right reaches: the whole district, the projects in which the person's agency or the person takes part, or the projects of
 * the person's company. Row-level security holds the same lines in the database (apps/server, platform/database).
 */
export const Reach = z.enum(['district', 'involved', 'company'])
export type Reach = z.infer<typeof Reach>

const everywhere = <A extends Action>(...actions: readonly A[]) =>
  Object.fromEntries(actions.map((a) => [a, 'district'])) as Readonly<Record<A, Reach>>

const reading = everywhere(
  'project.read',
  'plan.read',
  'case.read',
  'joint.read',
  'certificate.read',
  'land.read',
  'material.read',
  'catalogue.read',
  'district.read',
)

/** What each role may do, and how far. What does not stand here is not allowed. */
export const rights: Readonly<Record<Role, Readonly<Partial<Record<Action, Reach>>>>> = {
  // Keeps the machine running; sees no project, for nobody needs to see one for that.
  systemAdministrator: everywhere(
    'catalogue.read',
    'district.read',
    'jobs.read',
    'jobs.retry',
    'people.read',
    'people.write',
    'people.resetPassword',
    'token.manage',
  ),
  districtAdministrator: {
    ...reading,
    ...everywhere(
      'project.write',
      'project.bulk',
      'project.team',
      'material.write',
      'district.write',
      'catalogue.propose',
      'catalogue.adopt',
      'people.read',
      'people.write',
      'people.resetPassword',
      'people.unmask',
      'jobs.read',
      'jobs.retry',
      'audit.read',
      'exchange.read',
      'mirror.write',
      'token.manage',
    ),
  },
  coordinator: {
    ...reading,
    ...everywhere(
      'project.write',
      'project.bulk',
      'project.team',
      'plan.compute',
      'plan.adopt',
      'plan.share',
      'land.record',
      'preReview.request',
      'landDay.rehearse',
      // One button of the task force; what each agency issues by it rests on the opinion that its own head has signed.
      'landDay.issue',
      'material.write',
      'catalogue.propose',
      'people.read',
      'people.unmask',
      'jobs.read',
      'jobs.retry',
      'audit.read',
      'exchange.read',
      // What other systems of record decided is entered as they report it; nothing is decided here.
      'mirror.write',
    ),
  },
  leader: { ...reading, ...everywhere('gate.except', 'people.read', 'audit.read') },
  agencyHead: {
    ...reading,
    ...everywhere(
      'plan.countersign',
      'case.act',
      'joint.act',
      'certificate.act',
      'land.record',
      'preReview.opine',
      'landDay.rehearse',
      'leave.arrange',
      'people.read',
      'people.unmask',
    ),
    'material.write': 'involved',
  },
  officer: {
    ...reading,
    ...everywhere('plan.countersign', 'case.act', 'joint.act', 'certificate.act', 'land.record', 'people.read'),
    'material.write': 'involved',
  },
  helper: {
    ...reading,
    'project.write': 'involved',
    'plan.compute': 'involved',
    'plan.share': 'involved',
    'case.act': 'involved',
    'preReview.request': 'involved',
    'material.write': 'involved',
    'people.read': 'district',
  },
  companyUser: {
    'project.read': 'company',
    'plan.read': 'company',
    'case.read': 'company',
    'case.act': 'company',
    'proxy.give': 'company',
    'joint.read': 'company',
    'joint.act': 'company',
    'certificate.read': 'company',
    'land.read': 'company',
    'preReview.request': 'company',
    'material.read': 'company',
    'material.write': 'company',
    'catalogue.read': 'district',
  },
  intermediary: {
    'project.read': 'involved',
    'plan.read': 'involved',
    'case.read': 'involved',
    'joint.read': 'involved',
    'joint.act': 'involved',
    'certificate.read': 'involved',
    'land.read': 'involved',
    // The institution that reviews construction drawings (图审机构) signs its own opinion.
    'preReview.opine': 'involved',
    'material.read': 'involved',
    'material.write': 'involved',
    'catalogue.read': 'district',
  },
  utility: {
    'project.read': 'involved',
    'plan.read': 'involved',
    'case.read': 'involved',
    'joint.read': 'involved',
    'joint.act': 'involved',
    'certificate.read': 'involved',
    'land.read': 'involved',
    'material.read': 'involved',
    'catalogue.read': 'district',
  },
  inspector: { ...reading, ...everywhere('people.read', 'audit.read') },
  auditor: { ...reading, ...everywhere('audit.read', 'jobs.read', 'exchange.read') },
  public: { 'catalogue.read': 'district' },
}

const widest: readonly Reach[] = ['company', 'involved', 'district']

/** How far somebody with these roles may do this; undefined where not at all. The widest of the roles holds. */
export function reachOf(roles: readonly Role[], action: Action): Reach | undefined {
  return roles.flatMap((role) => rights[role][action] ?? []).sort((a, b) => widest.indexOf(b) - widest.indexOf(a))[0]
}
