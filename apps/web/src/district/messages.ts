export const messages = {
  'district.title': { zh: '本区设置', en: 'District settings' },
  'district.nothing': { zh: '没有内容', en: 'Nothing here' },
} as const
