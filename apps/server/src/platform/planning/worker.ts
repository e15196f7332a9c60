import { type Catalogue, type Fault, readCatalogue } from '@kaigong/catalogue'
import { check } from '@kaigong/checker'
import { type Ground, plan, prepare } from '@kaigong/planner'
import type { EditionTexts, Planned, PlanTask, WriteTask } from './planning.ts'

/** What a worker is asked; it keeps the last few grounds, so that texts travel only when it lacks them. */
export type Asked =
  | { readonly kind: 'read'; readonly texts: EditionTexts }
  | ({ readonly kind: 'plan'; readonly texts: EditionTexts | null } & Omit<PlanTask, 'edition'> & {
        readonly edition: string
      })
  | ({ readonly kind: 'write' } & WriteTask)

export type Told =
  | { readonly catalogue: Catalogue }
  | { readonly faults: readonly Fault[] }
  | { readonly written: string | Uint8Array }
  | Planned
  | 'textsNeeded'

const KEPT = 4
const grounds = new Map<string, Ground>()

export default async function work(asked: Asked): Promise<Told> {
  if (asked.kind === 'read') return await readCatalogue(asked.texts.files, asked.texts.id)
  if (asked.kind === 'write') return { written: await written(asked) }
  const ground = await groundOf(asked.edition, asked.district, asked.texts)
  if (ground === undefined) return 'textsNeeded'
  const made = plan(ground, asked.project, asked.request, { explore: asked.explore })
  if ('refused' in made) return made
  return { plan: made, violations: check(made, { catalogue: ground.catalogue, project: asked.project }).length }
}

/** What writes files is loaded only when one is wanted. */
async function written({ plan, format, lang, weeks }: WriteTask): Promise<string | Uint8Array> {
  const { toHtml, toIcs, toJson, toMspdi, toXlsx } = await import('@kaigong/export')
  switch (format) {
    case 'html':
      return toHtml(plan, { lang })
    case 'json':
      return toJson(plan)
    case 'ics':
      return toIcs(plan, lang)
    case 'xlsx':
      return await toXlsx(plan, lang)
    case 'mspdi':
      return toMspdi(plan, lang, weeks)
  }
}

async function groundOf(edition: string, district: string, texts: EditionTexts | null): Promise<Ground | undefined> {
  const key = `${edition} ${district}`
  const known = grounds.get(key)
  if (!known && !texts) return undefined
  const ground = known ?? (texts && (await readGround(district, texts)))
  if (!ground) throw new Error(`edition ${edition} cannot be planned on`)
  // Used last stands last, so that the first is the one to forget.
  grounds.delete(key)
  grounds.set(key, ground)
  const [oldest] = grounds.keys()
  if (grounds.size > KEPT && oldest !== undefined) grounds.delete(oldest)
  return ground
}

async function readGround(district: string, texts: EditionTexts): Promise<Ground | undefined> {
  const read = await readCatalogue(texts.files, texts.id)
  return 'catalogue' in read ? prepare(read.catalogue, district) : undefined
}
