/** Texts of notices (通知). */
export const messages = {
  'notices.title': { zh: '通知', en: 'Notices' },
  'notices.all': { zh: '全部', en: 'All' },
  'notices.onlyUnread': { zh: '未读', en: 'Unread' },
  'notices.which': { zh: '显示哪些通知', en: 'Which notices to show' },
  'notices.none': { zh: '没有通知', en: 'No notices' },
  'notices.noneUnread': { zh: '没有未读通知', en: 'Nothing is unread' },
  'notices.hint': {
    zh: '有事需要您办或与您有关时，会在这里告知。',
    en: 'You are told here when something is asked of you.',
  },
  'notices.markRead': { zh: '标为已读', en: 'Mark as read' },
  'notices.markAll': { zh: '全部标为已读', en: 'Mark all as read' },
  'notices.mail': { zh: '邮件通知', en: 'Notices by mail' },
  'notices.mailHint': {
    zh: '紧急的随时发送，其余每个工作日早上汇总。邮箱只用于发送通知，别人看不到。',
    en: 'At once what is urgent, the rest together each working morning. Nobody else sees the address.',
  },
  'notices.mailOff': { zh: '本系统没有配置邮件服务器，暂不发邮件。', en: 'This server has no mail to send by yet.' },
  'notices.address': { zh: '邮箱', en: 'Mail address' },
  'notices.keepAddress': { zh: '保存', en: 'Save' },
  'notices.kept': { zh: '已保存', en: 'Saved' },
  'notices.more': { zh: '继续加载', en: 'Load more' },
} as const
