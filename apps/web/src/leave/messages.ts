/** Texts of standing in during leave (休假代班) and of template phrases. */
export const messages = {
  'leave.title': { zh: '休假代班', en: 'Standing in during leave' },
  'leave.none': { zh: '没有安排', en: 'Nothing is arranged' },
  'leave.line': {
    zh: '{{deputy}}代{{absent}}，{{from}} 至 {{until}}',
    en: '{{deputy}} for {{absent}}, {{from}} to {{until}}',
  },
  'leave.state.ahead': { zh: '未开始', en: 'Not yet' },
  'leave.state.inForce': { zh: '进行中', en: 'Now' },
  'leave.state.over': { zh: '已结束', en: 'Over' },
  'leave.arrange': { zh: '安排代班', en: 'Arrange' },
  'leave.absent': { zh: '休假人', en: 'Who is away' },
  'leave.deputy': { zh: '代班人', en: 'Who stands in' },
  'leave.fromOn': { zh: '起始日', en: 'From' },
  'leave.untilOn': { zh: '截止日', en: 'Until' },
  'leave.end': { zh: '提前结束', en: 'End it' },
  'leave.endOf': { zh: '提前结束{{deputy}}代{{absent}}', en: 'End {{deputy}} standing in for {{absent}}' },
  'leave.phrases': { zh: '插入常用语', en: 'Insert a phrase' },
  'leave.phrasesFor': { zh: '在“{{field}}”中插入常用语', en: 'Insert a phrase into {{field}}' },
  'leave.keepPhrase': { zh: '存为常用语', en: 'Keep as a phrase' },
  'leave.forgetPhrase': { zh: '从常用语中删除', en: 'Forget this phrase' },
} as const
