export const messages = {
  'catalogue.title': { zh: '事项目录', en: 'Catalogue' },
  'catalogue.matter': { zh: '事项', en: 'Matter' },
  'catalogue.editions': { zh: '目录版本', en: 'Editions' },
  'catalogue.nothing': { zh: '没有内容', en: 'Nothing here' },
} as const
