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

/** Editions kept ready in this thread: those in force of a few districts, and some that are tried or that older plans rest on. */
const KEPT = 4
type Opened = { readonly catalogue: Catalogue; readonly grounds: Map<string, Ground> }
const editions = new Map<string, Opened>()

export default async function work(asked: Asked): Promise<Told> {
  if (asked.kind === 'read') {
    const read = await opened(asked.texts)
    return 'faults' in read ? read : { catalogue: read.catalogue }
  }
  if (asked.kind === 'write') return { written: await written(asked) }
  const edition = asked.texts ? await opened(asked.texts) : used(asked.edition)
  if (!edition) return 'textsNeeded'
  const ground = 'grounds' in edition ? groundOf(edition, asked.district) : undefined
  if (!ground) throw new Error(`edition ${asked.edition} cannot be planned on`)
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

async function opened({ id, files }: EditionTexts): Promise<Opened | { readonly faults: readonly Fault[] }> {
  const known = used(id)
  if (known) return known
  const read = await readCatalogue(files, id)
  if ('faults' in read) return read
  const edition = { catalogue: read.catalogue, grounds: new Map() }
  editions.set(id, edition)
  const [oldest] = editions.keys()
  if (editions.size > KEPT && oldest !== undefined) editions.delete(oldest)
  return edition
}

/** What was used last stands last, so that the first is the one to forget. */
function used(id: string): Opened | undefined {
  const known = editions.get(id)
  if (known) {
    editions.delete(id)
    editions.set(id, known)
  }
  return known
}

function groundOf({ catalogue, grounds }: Opened, district: string): Ground | undefined {
  const ground = grounds.get(district) ?? prepare(catalogue, district)
  if (ground) grounds.set(district, ground)
  return ground
}
