import { deferrable, type Project, type Text, type Track } from '@kaigong/catalogue'
import type { Ground } from './ground.ts'
import type { Occurrence } from './occurrences.ts'
import { related } from './scopes.ts'

/** How tracks are chosen: the fastest that is lawful, or the standard one for everything (to compare with). */
export type TrackPolicy = 'best' | 'standard'

export type ChosenTrack = { readonly track: Track; readonly reason: Text; readonly lawful: readonly Track[] }

/**
 * The tracks that the law leaves open to this occurrence, fastest first. Pre-review is worth something only while the land is not won;
 * tolerance only where a material may follow; both and commitment only for an applicant in good standing (domain 2.4, 2.5).
 */
function lawfulTracks(ground: Ground, occurrence: Occurrence, landOpen: boolean): readonly Track[] {
  const { matter, judge, variant } = occurrence
  const { tolerance, commitment, preReview } = matter.tracks
  const holds = (rule: { when?: Parameters<typeof judge.condition>[0] | undefined } | undefined) =>
    rule !== undefined && (rule.when === undefined || judge.condition(rule.when, matter.id).holds === true)
  const trusted = occurrence.facts.taken('goodCredit') !== false
  const tracks: Track[] = []
  if (occurrence.exemption && occurrence.doneOn === undefined) tracks.push('exempt')
  if (trusted && holds(commitment) && (commitment?.variant === undefined || commitment.variant === variant?.id))
    tracks.push('commitment')
  if (landOpen && ground.landBound.has(matter.id) && holds(preReview)) tracks.push('preReview')
  if (trusted && holds(tolerance) && deferrable(ground.district, occurrence.matter).length > 0) tracks.push('tolerance')
  tracks.push('standard')
  return tracks
}

/**
 * Whether the land of an occurrence is still to be won. A later phase that waits for its own day on a parcel which an earlier one has
 * opened comes to land that is there.
 */
export function landIsOpen(project: Project, present: readonly Occurrence[], { scope }: Occurrence): boolean {
  const open = present.some((o) => o.matter.id === 'P10' && o.doneOn === undefined && related(project, o.scope, scope))
  if (!open || scope.kind !== 'phase') return open
  const i = project.phases.findIndex((p) => p.id === scope.id)
  const phase = project.phases[i]
  const shares = (p: Project['phases'][number]) =>
    !p.parcels || !phase?.parcels || p.parcels.some((id) => phase.parcels?.includes(id))
  return phase?.notBefore === undefined || !project.phases.slice(0, i).some(shares)
}

const reasons: Record<Track, Text> = {
  exempt: { zh: '区域评估成果覆盖，免予办理', en: 'covered by a regional assessment, so exempt' },
  commitment: { zh: '可告知承诺，当即决定，事后核查', en: 'decided at once on commitment, inspected afterwards' },
  preReview: { zh: '技术预审先行，拿地后核对转正式', en: 'reviewed before the land is won, converted after it' },
  tolerance: {
    zh: '主件齐全先受理，容缺件在办结前补齐',
    en: 'accepted with the essential materials, the rest until the decision',
  },
  standard: { zh: '一般程序', en: 'standard procedure' },
}

/** Tolerance is worth its commitment only where something would otherwise wait for a material that may follow. */
function toleranceHelps(ground: Ground, project: Project, occurrence: Occurrence): boolean {
  const { id } = occurrence.matter
  const may = deferrable(ground.district, occurrence.matter)
  const awaited = (material: string | undefined) => material !== undefined && may.includes(material)
  return (
    ground.catalogue.edges.some((e) => e.to === id && awaited(e.material)) ||
    project.ready.some((r) => r.matter === id && awaited(r.material))
  )
}

/** The track of an occurrence: the project's own choice where it is lawful here, else the fastest that is lawful. */
export function chooseTrack(
  ground: Ground,
  project: Project,
  occurrence: Occurrence,
  policy: TrackPolicy,
  landOpen: boolean,
): ChosenTrack {
  const lawful = lawfulTracks(ground, occurrence, landOpen)
  if (policy === 'standard') return { track: 'standard', reason: reasons.standard, lawful }
  const wanted = project.tracks[occurrence.matter.id] ?? 'best'
  const best = lawful.find((t) => t !== 'tolerance' || toleranceHelps(ground, project, occurrence)) ?? 'standard'
  if (wanted === 'best') return { track: best, reason: reasons[best], lawful }
  const told = (track: Track, zh: string, en: string): ChosenTrack => ({
    track,
    reason: { zh: `${zh}：${reasons[track].zh}`, en: `${en}: ${reasons[track].en}` },
    lawful,
  })
  return lawful.includes(wanted)
    ? told(wanted, '项目选定', 'chosen by the project')
    : told(best, '项目选定的方式此处不合条件，改为', 'the track chosen is not open here; instead')
}
