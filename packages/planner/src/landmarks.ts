import type { LandDay, Project } from '@kaigong/catalogue'
import type { Chain, Draft } from './draft.ts'
import type { Ground } from './ground.ts'
import { type Link, reached } from './network.ts'
import { related } from './scopes.ts'

/** Works that begin construction, the first that a phase has: piling, the works themselves, or the installation in an existing plant. */
const BUILD_MATTERS = ['W04p', 'W04', 'W05'] as const

/** What 拿地 means for this project; by default the day of the transaction. */
export function landBasis(ground: Ground, project: Project): LandDay['bases'][number] | undefined {
  return ground.catalogue.landDay.bases.find((b) => b.id === (project.land?.basis ?? 'transaction'))
}

/** The transaction itself (成交): the first step of the land grant. */
export const isDeal = (d: Draft): boolean => d.occurrence.matter.id === 'P10' && d.after.length === 0

/** Drafts whose finish is the land event, one a parcel. */
export function landEvents(ground: Ground, project: Project, chains: readonly Chain[]): readonly string[] {
  const basis = landBasis(ground, project)
  return basis
    ? chains.filter((c) => c.occurrence.matter.id === basis.matter).map((c) => reached(c, basis.point).id)
    : []
}

/** Drafts that begin construction, one a phase, in the order of the phases. */
export function buildStarts(chains: readonly Chain[]): readonly string[] {
  const builds = chains.filter((c) => BUILD_MATTERS.some((m) => m === c.occurrence.matter.id))
  return [...Map.groupBy(builds, (c) => c.occurrence.scope.id).values()].flatMap((ofPhase) => {
    const first = BUILD_MATTERS.map((m) => ofPhase.find((c) => c.occurrence.matter.id === m)).find(
      (c) => c !== undefined,
    )
    return first ? [`${first.occurrence.id}:${first.begun}`] : []
  })
}

/** The certificates of a phase (the first unless said) that count as 四证, in the catalogue's order. */
export function certificateChains(
  ground: Ground,
  project: Project,
  chains: readonly Chain[],
  phaseId = project.phases[0]?.id ?? '',
): readonly { readonly chain: Chain; readonly core: boolean }[] {
  const phase = { kind: 'phase', id: phaseId } as const
  const of = (matter: string | undefined) =>
    chains.filter((c) => c.occurrence.matter.id === matter && related(project, c.occurrence.scope, phase))
  return ground.catalogue.landDay.certificates.flatMap(({ matter, phased, core }) => {
    const first = of(phased)
    return [
      ...first.map((chain) => ({ chain, core })),
      // The permit for the whole still belongs to the list, but comes when the drawings of the whole are done.
      ...of(matter).map((chain) => ({ chain, core: core && first.length === 0 })),
    ]
  })
}

/**
 * The opinions on the certificates are there some days before the land, so that a late remark does not cost the day; those on what they
 * rest on come before them anyhow. What a phased permit leaves for later has no such hurry.
 */
export function marginLinks(ground: Ground, project: Project, chains: readonly Chain[]): readonly Link[] {
  const says = { zh: '预审在拿地前留出余量', en: 'pre-review is through with a margin before the land' }
  const certificates = project.phases.flatMap(({ id }) =>
    certificateChains(ground, project, chains, id).filter((c) => c.core),
  )
  const deals = chains.filter((c) => c.occurrence.matter.id === 'P10' && c.occurrence.doneOn === undefined)
  return [...new Set(certificates.map((c) => c.chain))].flatMap(({ preReview, occurrence }) =>
    deals
      .filter((deal) => preReview && related(project, deal.occurrence.scope, occurrence.scope))
      .map(
        (deal): Link => ({
          from: `${occurrence.id}:${preReview?.review}`,
          fromSide: 'finish',
          to: `${deal.occurrence.id}:${deal.submitted}`,
          toSide: 'start',
          min: ground.district.preReviewMargin,
          why: { kind: 'rule', id: 'margin', says },
        }),
      ),
  )
}

/** Four certificates on land day: each that counts within the usual window of the land event. */
export function windowLinks(ground: Ground, project: Project, chains: readonly Chain[]): readonly Link[] {
  const { usualWindow } = ground.catalogue.landDay
  const says = {
    zh: `四证在拿地后 ${usualWindow.value} 个工作日内办成`,
    en: `the four certificates within ${usualWindow.value} working days of the land event`,
  }
  const certificates = certificateChains(ground, project, chains).filter(
    (c) => c.core && c.chain.occurrence.doneOn === undefined,
  )
  return landEvents(ground, project, chains).flatMap((from) =>
    certificates
      .filter(({ chain }) => chain.drafts.every((d) => d.id !== from))
      .map(({ chain }): Link => {
        const to = reached(chain, 'issued')
        return { from, fromSide: 'finish', to: to.id, toSide: to.side, max: usualWindow, why: { kind: 'window', says } }
      }),
  )
}
