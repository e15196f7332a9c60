import type { Text } from '../terminal/say.ts'

/** What to think of a day past the last notice. */
export const provisionalNote = (publishedThrough: string): Text => ({
  zh: `暂定：放假安排只公布到 ${publishedThrough}，其后只扣周末，公布后再算。`,
  en: `Provisional: days off are published through ${publishedThrough}; after that only weekends are left out. Ask again when the next notice is out.`,
})
