import type { Text } from '@kaigong/contract'
import type { Says } from '../platform/events/says.ts'

/** What happens at gates. */
export const says: Says = {
  gateExcepted: ({ gate, name, policy, reason }) => {
    const [{ zh, en }, { title, number }] = [
      name as Text,
      policy as { readonly title: string; readonly number: string },
    ]
    return {
      zh: `闸门 ${gate} 例外：暂缓“${zh}”，依据《${title}》（${number}），理由：${reason}`,
      en: `Exception from gate ${gate}: ${en} may follow, by “${title}” (${number}); reason: ${reason}`,
    }
  },
}
