import { type Catalogue, type Fault, readCatalogue } from '@kaigong/catalogue'
import { check } from '@kaigong/checker'
import { type Ground, plan, prepare } from '@kaigong/planner'
import type { EditionTexts, Planned, PlanTask } from './planning.ts'

/** What a worker is asked; it keeps the last few grounds, so that texts travel only when it lacks them. */
export type Asked =
  | { readonly kind: 'read'; readonly texts: EditionTexts }
  | ({ readonly kind: 'plan'; readonly texts: EditionTexts | null } & Omit<PlanTask, 'edition'> & {
        readonly edition: string
      })

export type Told = { readonly catalogue: Catalogue } | { readonly faults: readonly Fault[] } | Planned | 'textsNeeded'

const KEPT = 4
const grounds = new Map<string, Ground>()

export default async function work(asked: Asked): Promise<Told> {
  if (asked.kind === 'read') return await readCatalogue(asked.texts.files, asked.texts.id)
  const ground = await groundOf(asked.edition, asked.district, asked.texts)
  if (ground === undefined) return 'textsNeeded'
  const made = plan(ground, asked.project, asked.request, { explore: asked.explore })
  if ('refused' in made) return made
  return { plan: made, violations: check(made, { catalogue: ground.catalogue, project: asked.project }).length }
}

async function groundOf(edition: string, district: string, texts: EditionTexts | null): Promise<Ground | undefined> {
  const key = `${edition} ${district}`
  const known = grounds.get(key)
  if (known || !texts) return known
  const read = await readCatalogue(texts.files, texts.id)
  const ground = 'catalogue' in read ? prepare(read.catalogue, district) : undefined
  if (!ground) throw new Error(`edition ${edition} cannot be planned on`)
  grounds.set(key, ground)
  const [oldest] = grounds.keys()
  if (grounds.size > KEPT && oldest !== undefined) grounds.delete(oldest)
  return ground
}
