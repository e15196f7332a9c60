/** Texts of cases that other systems handle and report. */
export const messages = {
  'mirrors.title': { zh: '外部系统办件', en: 'Cases of other systems' },
  'mirrors.hint': {
    zh: '上传其他系统的办件流水（CSV 或 JSON，格式见 docs/mirrors.md）。先看哪些能对应、哪些要等，再确认导入；重复上传不会重复登记。',
    en: 'Upload the status rows of another system (CSV or JSON, see docs/mirrors.md). See first what will be placed and what waits; uploading twice enters nothing twice.',
  },
  'mirrors.choose': { zh: '选择流水文件', en: 'Choose a file of rows' },
  'mirrors.found': {
    zh: '{{file}}：可对应 {{placed}} 行，待处理 {{waiting}} 行，先前已收到 {{repeated}} 行',
    en: '{{file}}: {{placed}} will be placed, {{waiting}} wait, {{repeated}} had come before',
  },
  'mirrors.take': { zh: '确认导入', en: 'Take these rows' },
  'mirrors.done': {
    zh: '已导入：对应 {{placed}} 行，待处理 {{waiting}} 行',
    en: 'Taken: {{placed}} placed, {{waiting}} wait',
  },
  'mirrors.waiting': { zh: '待处理的流水（{{n}}）', en: 'Waiting rows ({{n}})' },
  'mirrors.none': { zh: '没有待处理的流水', en: 'No row waits' },
  'mirrors.retry': { zh: '全部重新对应', en: 'Try all again' },
  'mirrors.retried': {
    zh: '新对应 {{placed}} 行，仍待处理 {{waiting}} 行',
    en: '{{placed}} placed, {{waiting}} still wait',
  },
  'mirrors.dismiss': { zh: '不再处理', en: 'Dismiss' },
  'mirrors.dismissWhy': { zh: '不再处理的理由', en: 'Why it is dismissed' },
  'mirrors.source': { zh: '来源办件', en: 'Case there' },
  'mirrors.project': { zh: '项目代码', en: 'Project code' },
  'mirrors.matter': { zh: '事项 / 部门', en: 'Matter / agency' },
  'mirrors.status': { zh: '状态', en: 'Status' },
  'mirrors.at': { zh: '来源时间', en: 'Time there' },
  'mirrors.outcome': { zh: '结果', en: 'Outcome' },
  'mirrors.state.placed': { zh: '可对应', en: 'Placed' },
  'mirrors.state.waiting': { zh: '待处理', en: 'Waits' },
  'mirrors.state.dismissed': { zh: '已不再处理', en: 'Dismissed' },
  'mirrors.repeated': { zh: '先前已收到', en: 'came before' },
} as const
