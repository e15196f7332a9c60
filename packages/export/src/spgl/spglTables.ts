import type { Text } from '../words.ts'

export type SpglValue = string | number | null
export type SpglRow = Readonly<Record<string, SpglValue>>

/** What a column takes. Codes stand here only where their meaning was read (domain 3.7); others are opaque and taken as they come. */
type Kind =
  | { readonly is: 'text'; readonly max: number; readonly pattern?: RegExp }
  | { readonly is: 'whole'; readonly from?: number; readonly to?: number }
  | { readonly is: 'day' }
  | { readonly is: 'amount' }

export type SpglColumn = {
  readonly name: string
  readonly says: Text
  readonly kind: Kind
  readonly required?: true
  /** The table in which the value must stand, in the column of the same name. */
  readonly of?: string
}

export type SpglTable = {
  readonly name: string
  readonly says: Text
  /** Two digits in its running numbers (LSH). */
  readonly code: string
  readonly columns: readonly SpglColumn[]
}

const text = (max: number, pattern?: RegExp): Kind => ({
  is: 'text',
  max,
  ...(pattern === undefined ? {} : { pattern }),
})
const column = (name: string, zh: string, en: string, kind: Kind, more: Partial<SpglColumn> = {}): SpglColumn => ({
  name,
  says: { zh, en },
  kind,
  ...more,
})
const required = { required: true } as const
const flag: Kind = { is: 'whole', from: 0, to: 1 }

/** At the head of every table. */
const HEAD: readonly SpglColumn[] = [
  column('LSH', '流水号', 'Running number', text(32, /^\d{32}$/), required),
  column('DFSJZJ', '地方数据主键', 'Local key', text(64), required),
  column('XZQHDM', '行政区划代码', 'Division', text(6, /^\d{6}$/), required),
]
const PROJECT = column('XMDM', '项目代码', 'Project code', text(24, /^\d{4}-\d{6}-\d{2}-\d{2}-\d{6}$/), {
  ...required,
  of: 'SPGL_XMJBXXB',
})
const INSTANCE = column('SPSXSLBM', '审批事项实例编码', 'Case', text(64), { ...required, of: 'SPGL_XMSPSXBLXXB' })
const TAIL: readonly SpglColumn[] = [
  column('SJYXBS', '数据有效标识', 'Valid', flag, required),
  column('SJWXYY', '数据无效原因', 'Why not valid', text(200)),
  column('SJSCZT', '数据上传状态', 'Upload state', { is: 'whole', from: -1, to: 9 }, required),
]

/**
 * The tables of the national exchange of construction approvals that Kaigong fills (domain 3.7; confidence C: read in other systems' code,
 * not in the standard). Codes of the running number beyond 04 and 09, and the columns of replies, opinions and attachments, are general
 * knowledge (GK) and must be checked against the provincial platform's own sheet before anything is sent.
 */
export const SPGL_TABLES: readonly SpglTable[] = [
  {
    name: 'SPGL_XMJBXXB',
    says: { zh: '项目基本信息', en: 'Projects' },
    code: '04',
    columns: [
      ...HEAD,
      column('XMDM', '项目代码', 'Project code', text(24, /^\d{4}-\d{6}-\d{2}-\d{2}-\d{6}$/), required),
      column('XMMC', '项目名称', 'Name', text(500), required),
      column('SPLCLX', '审批流程类型', 'Kind of flow', { is: 'whole', from: 1, to: 10 }, required),
      column('GBHYDMFBND', '国标行业代码发布年代', 'Year of the industry codes', text(4, /^2017$/), required),
      column('GBHY', '国标行业', 'Industry', text(10, /^[A-T]\d{2,4}$/), required),
      column('NKGSJ', '拟开工时间', 'Planned start', { is: 'day' }),
      column('NJCSJ', '拟建成时间', 'Planned completion', { is: 'day' }),
      column('ZTZE', '总投资（万元）', 'Investment (万元)', { is: 'amount' }, required),
      column('JSDDXZQH', '建设地点行政区划', 'Division of the site', text(6, /^\d{6}$/), required),
      column('JSGMJNR', '建设规模及内容', 'Works', text(2000)),
      column('JSDW', '建设单位', 'Company', text(200), required),
      column('JSDWDM', '建设单位代码', 'Credit code', text(18, /^[0-9A-HJ-NPQRTUWXY]{18}$/), required),
      ...TAIL,
    ],
  },
  {
    name: 'SPGL_XMSPSXBLXXB',
    says: { zh: '审批事项办理信息', en: 'Cases' },
    code: '08',
    columns: [
      ...HEAD,
      PROJECT,
      column('SPSXBM', '审批事项编码', 'Matter', text(64), required),
      column('SPSXSLBM', '审批事项实例编码', 'Case', text(64), required),
      column('SPBMBM', '审批部门编码', 'Agency', text(64), required),
      column('SPBMMC', '审批部门名称', 'Name of the agency', text(200), required),
      column('SLFS', '受理方式', 'How it is received', { is: 'whole', from: 1, to: 4 }, required),
      column('GKFS', '公开方式', 'How it is published', { is: 'whole', from: 1 }, required),
      column('BLSPSLBM', '并联审批实例编码', 'Joint handling', text(64)),
      column('SXBLSX', '事项办理时限', 'Promised limit', { is: 'amount' }),
      ...TAIL,
    ],
  },
  {
    name: 'SPGL_XMSPSXBLXXXXB',
    says: { zh: '审批事项办理详细信息', en: 'Status flow' },
    code: '09',
    columns: [
      ...HEAD,
      PROJECT,
      INSTANCE,
      column('BLCS', '办理处（科）室', 'Office', text(200), required),
      column('BLZT', '办理状态', 'Status', { is: 'whole', from: 1, to: 15 }, required),
      column('BLSJ', '办理时间', 'Day', { is: 'day' }, required),
      ...TAIL,
    ],
  },
  {
    name: 'SPGL_XMSPSXBLTBCXXXB',
    says: { zh: '特别程序', en: 'Special procedures' },
    code: '11',
    columns: [
      ...HEAD,
      PROJECT,
      INSTANCE,
      column('TBCX', '特别程序', 'Procedure', text(64), required),
      column('TBCXMC', '特别程序名称', 'Name', text(200), required),
      column('TBCXKSSJ', '特别程序开始时间', 'Begin', { is: 'day' }, required),
      column('TBCXSX', '特别程序时限', 'Limit', { is: 'whole', from: 0 }),
      ...TAIL,
    ],
  },
  {
    name: 'SPGL_XMSPSXPFWJXXB',
    says: { zh: '批复文件', en: 'Replies' },
    code: '10',
    columns: [
      ...HEAD,
      PROJECT,
      INSTANCE,
      column('PFRQ', '批复日期', 'Day', { is: 'day' }, required),
      column('PFWH', '批复文号', 'Number', text(100)),
      column('PFWJBT', '批复文件标题', 'Title', text(500), required),
      ...TAIL,
    ],
  },
  {
    name: 'SPGL_XMSPSXZQYJXXB',
    says: { zh: '征求意见', en: 'Opinions' },
    code: '12',
    columns: [
      ...HEAD,
      PROJECT,
      column('BLSPSLBM', '并联审批实例编码', 'Joint handling', text(64), required),
      column('SPSXBM', '审批事项编码', 'Matter', text(64), required),
      column('BZQYJBM', '被征求意见部门', 'Agency asked', text(200), required),
      column('ZQYJSJ', '征求意见时间', 'Asked on', { is: 'day' }, required),
      column('FKSX', '反馈期限', 'To answer by', { is: 'day' }, required),
      column('FKSJ', '反馈时间', 'Answered on', { is: 'day' }),
      column('FKYJ', '反馈意见', 'Opinion', text(2000)),
      ...TAIL,
    ],
  },
  {
    name: 'SPGL_XMQTFJXXB',
    says: { zh: '其他附件', en: 'Attachments' },
    code: '13',
    columns: [
      ...HEAD,
      PROJECT,
      column('FJMC', '附件名称', 'Name', text(500), required),
      column('FJLX', '附件类型', 'Kind', text(20), required),
      column('FJZY', '附件摘要（SHA-256）', 'SHA-256', text(64, /^[0-9a-f]{64}$/), required),
      ...TAIL,
    ],
  },
]

/** Rows by table. */
export type SpglRows = Readonly<Record<string, readonly SpglRow[]>>

/** The running number of a row: division, moment of the report (yyyyMMddHHmmss), table, ten digits (domain 3.7). */
export const runningNumber = (division: string, moment: string, code: string, n: number): string =>
  `${division}${moment}${code}${String(n).padStart(10, '0')}`
