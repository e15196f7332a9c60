import type { Ground, Plan } from '@kaigong/planner'
import { plain } from '../terminal/paint.ts'
import type { Lang } from '../terminal/say.ts'
import type { World } from '../terminal/world.ts'

export type Format = 'text' | 'json' | 'html' | 'ics' | 'xlsx' | 'mspdi'

/** The format that a file's ending means. */
export const extensions: Readonly<Record<string, Format>> = {
  '.txt': 'text',
  '.json': 'json',
  '.html': 'html',
  '.htm': 'html',
  '.ics': 'ics',
  '.xlsx': 'xlsx',
  '.xml': 'mspdi',
}

type Writing = {
  readonly lang: Lang
  readonly world: World
  readonly violations: readonly string[]
  readonly toFile: boolean
}

/** The plan as it is wanted; what writes a format is loaded only for it. */
export async function written(
  format: Format,
  plan: Plan,
  ground: Ground,
  { lang, world, violations, toFile }: Writing,
): Promise<string | Uint8Array> {
  if (format === 'text') {
    const { planText } = await import('./text/text.ts')
    const shortNames = new Map(ground.district.agencies.map((a) => [a.id, a.short]))
    return planText(plan, violations, { lang, width: world.columns, paint: toFile ? plain : world.paint, shortNames })
  }
  const writers = await import('@kaigong/export')
  switch (format) {
    case 'json':
      return writers.toJson(plan)
    case 'html':
      return writers.toHtml(plan, { lang })
    case 'ics':
      return writers.toIcs(plan, lang)
    case 'xlsx':
      return await writers.toXlsx(plan, lang)
    case 'mspdi':
      return writers.toMspdi(plan, lang, writers.districtWeeks(ground, plan))
  }
}
