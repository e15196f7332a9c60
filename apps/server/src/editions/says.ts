import type { Says } from '../platform/events/says.ts'

const causes: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  first: { zh: '首版目录', en: 'the first catalogue' },
  catalogue: { zh: '目录', en: 'the catalogue' },
  calendar: { zh: '工作日历', en: 'the calendar' },
  promise: { zh: '承诺时限', en: 'promised days' },
  settings: { zh: '本区设置', en: 'the settings' },
}
const causeOf = (cause: unknown) => causes[String(cause)] ?? { zh: '', en: '' }

/** What happens to editions of the catalogue. */
export const says: Says = {
  editionProposed: ({ cause, name }) => ({
    zh: `提出新版${causeOf(cause).zh}“${name}”`,
    en: `Proposed: ${causeOf(cause).en}, "${name}"`,
  }),
  editionTried: ({ touched, projects }) => ({
    zh: `试算完毕：${projects} 个项目中 ${touched} 个受影响`,
    en: `Tried: ${touched} of ${projects} projects are touched`,
  }),
  editionAdopted: ({ cause }) => ({ zh: `启用新版${causeOf(cause).zh}`, en: `In force: ${causeOf(cause).en}` }),
  editionDropped: () => ({ zh: '放弃提议', en: 'The proposal was dropped' }),
}
