/** Texts of what goes out: the log of events and the national exchange rows. */
export const messages = {
  'exchange.title': { zh: '数据交换', en: 'Exchange' },
  'exchange.log': { zh: '事件日志', en: 'Log of events' },
  'exchange.logHint': {
    zh: '全区项目、办件、联办及其经过，供流程分析使用；不含任何人员，也不含意见和理由的文字。',
    en: 'Projects, cases and joint handlings of the district with what happened to them, for process analysis; nobody is named, and no opinion or reason goes out in words.',
  },
  'exchange.log.ocel.json': { zh: 'OCEL 2.0 文件（JSON）', en: 'OCEL 2.0 (JSON)' },
  'exchange.log.ocel.sqlite': { zh: 'OCEL 2.0 数据库（SQLite）', en: 'OCEL 2.0 (SQLite)' },
  'exchange.log.xes': { zh: 'XES（按项目）', en: 'XES, a trace for each project' },
  'exchange.spgl': { zh: '工改系统交换数据（SPGL）', en: 'National exchange rows (SPGL)' },
  'exchange.spglHint': {
    zh: '项目、事项办理、状态流水、特别程序、批复、征求意见、附件七张表。上报前请按省平台的库表说明核对编码；演示数据标为无效。',
    en: 'Seven tables: projects, cases, status flow, special procedures, replies, opinions, attachments. Check the codes against the provincial platform’s own sheet before anything is sent; demonstration data are marked as not valid.',
  },
  'exchange.spgl.json': { zh: 'JSON 文件', en: 'JSON' },
  'exchange.spgl.xlsx': { zh: 'Excel 工作簿', en: 'Workbook' },
  'exchange.spgl.csv': { zh: 'CSV（压缩包）', en: 'CSV (archive)' },
  'exchange.faults': { zh: '不合规则之处（{{n}}）', en: 'What breaks the rules ({{n}})' },
  'exchange.noFaults': { zh: '没有发现问题', en: 'Nothing was found' },
  'exchange.firstOnly': { zh: '只显示前 {{n}} 条', en: 'The first {{n}} are shown' },
  'exchange.table': { zh: '表', en: 'Table' },
  'exchange.row': { zh: '行', en: 'Row' },
  'exchange.column': { zh: '列', en: 'Column' },
  'exchange.fault': { zh: '问题', en: 'Fault' },
} as const
