import type { Says } from '../platform/events/says.ts'
import { namesOfFields } from './fieldNames.ts'

const NAMED = 6

/** What happens to projects, told to a person. */
export const says: Says = {
  projectRegistered: ({ name }) => ({ zh: `登记项目“${name}”`, en: `Project "${name}" was registered` }),
  projectImported: ({ name, sheet, row }) => ({
    zh: `从表格导入项目“${name}”（工作表“${sheet}”第 ${row} 行）`,
    en: `Project "${name}" was imported from row ${row} of sheet "${sheet}"`,
  }),
  projectChanged: ({ changes }) => {
    const fields = Array.isArray(changes) ? changes.map((c: { readonly field: string }) => c.field) : []
    const names = namesOfFields(fields)
    const [shown, more] = [names.slice(0, NAMED), names.length - NAMED]
    return {
      zh: `修改：${shown.map(({ zh }) => zh).join('、')}${more > 0 ? ` 等 ${names.length} 处` : ''}`,
      en: `Changed: ${shown.map(({ en }) => en).join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    }
  },
  teamChanged: ({ members }) => ({ zh: `设定专班，共 ${members} 人`, en: `The team was set: ${members} members` }),
  projectRemoved: ({ name }) => ({ zh: `删除项目“${name}”`, en: `Project "${name}" was removed` }),
}
