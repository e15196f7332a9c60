import type { Says } from '../platform/events/says.ts'

const fields = (changes: unknown): readonly string[] =>
  Array.isArray(changes) ? changes.map((c: { field: string }) => c.field.replace(/^(identity|facts)\./, '')) : []

/** What happens to projects, told to a person. */
export const says: Says = {
  projectRegistered: ({ name }) => ({ zh: `登记项目“${name}”`, en: `Project "${name}" was registered` }),
  projectChanged: ({ changes }) => {
    const names = fields(changes)
    const more =
      names.length > 6 ? { zh: ` 等 ${names.length} 项`, en: ` and ${names.length - 6} more` } : { zh: '', en: '' }
    return {
      zh: `修改：${names.slice(0, 6).join('、')}${more.zh}`,
      en: `Changed: ${names.slice(0, 6).join(', ')}${more.en}`,
    }
  },
  teamChanged: ({ members }) => ({ zh: `设定专班，共 ${members} 人`, en: `The team was set: ${members} members` }),
  projectRemoved: ({ name }) => ({ zh: `删除项目“${name}”`, en: `Project "${name}" was removed` }),
}
