import type { Project } from '@kaigong/catalogue'
import { dateOf } from './axis.ts'
import { chainOf } from './chain.ts'
import type { Chain, Draft } from './draft.ts'
import type { Ground } from './ground.ts'
import type { AcceptedOn } from './judges.ts'
import type { Link } from './network.ts'
import { type Absent, type Occurrence, occurrences } from './occurrences.ts'
import { occurrenceId, related, scopesOf } from './scopes.ts'
import { type Anchor, orderOf, type Solved, solve, type Terms, type Unsolved } from './solve.ts'
import { type ChosenTrack, chooseTrack, landIsOpen, type TrackPolicy } from './tracks.ts'

export type Request = { readonly asOf: string; readonly anchor: Anchor }

/** A project laid out: what occurs, on which track, when; `acceptedOn` is the day that chose each matter's law. */
export type Layout = {
  readonly asOf: string
  readonly present: readonly Occurrence[]
  readonly absent: readonly Absent[]
  readonly tracks: ReadonlyMap<string, ChosenTrack>
  readonly solution: Solved | Unsolved
  readonly acceptedOn: AcceptedOn
  /** Terms that had to be given up: no margin before the land, no window after it. */
  readonly terms: Terms
}

export type SolvedLayout = Layout & { readonly solution: Solved }

export const isSolved = (layout: Layout): layout is SolvedLayout => !('conflict' in layout.solution)

/** Dates move acceptances across a change of law, and a change of law moves dates: this many rounds, then what stands stands. */
const ROUNDS = 4

/** What occurs and on which track, under the law of given days of acceptance; without dates yet. */
export type Arrangement = Pick<Layout, 'present' | 'absent' | 'tracks'> & { readonly chains: readonly Chain[] }

export function arrange(ground: Ground, project: Project, on: AcceptedOn, policy: TrackPolicy): Arrangement {
  const { present, absent } = occurrences(ground, project, on)
  const tracks = new Map(
    present.map((o) => [o.id, chooseTrack(ground, project, o, policy, landIsOpen(project, present, o))]),
  )
  const chains = present.flatMap((o): Chain[] => {
    const chain = chainOf(ground, o, tracks.get(o.id)?.track ?? 'standard', on(o.matter.id, o.scope))
    return chain ? [chain] : []
  })
  return { present, absent, tracks, chains }
}

/**
 * What occurs, how and when. Acceptance dates choose the law and the law the durations, so that the two are found by turns,
 * beginning from the as-of day.
 */
export function layout(
  ground: Ground,
  project: Project,
  { asOf, anchor }: Request,
  policy: TrackPolicy,
  terms: Terms = {},
): Layout {
  const under = (days: ReadonlyMap<string, string>) => {
    // A matter that occurs elsewhere, for the whole project say, was accepted on the day of that occurrence.
    const acceptedOn: AcceptedOn = (matter, scope) =>
      days.get(occurrenceId(matter, scope)) ??
      scopesOf(project, ground.matters.get(matter)?.per ?? 'project')
        .filter((other) => related(project, other, scope))
        .map((other) => days.get(occurrenceId(matter, other)))
        .find((on) => on !== undefined) ??
      asOf
    return { days, acceptedOn, arranged: arrange(ground, project, acceptedOn, policy) }
  }
  const laidOut = (
    { acceptedOn, arranged: { chains: _, ...rest } }: ReturnType<typeof under>,
    dated: Dated,
  ): Layout => ({
    asOf,
    acceptedOn,
    ...rest,
    ...dated,
  })
  let now = under(new Map())
  for (let round = 1; ; round++) {
    const dated = solveOnBestTerms(ground, project, now.arranged.chains, asOf, anchor, terms)
    const after = acceptanceDays(dated.solution)
    if ('conflict' in dated.solution || sameLaw(ground, now.days, after, asOf)) return laidOut(now, dated)
    const next = under(after)
    if (sameWork(now.arranged.chains, next.arranged.chains)) {
      // The dates hold under the other law too if it asks for the same order; then it is that law which the plan cites.
      const order = orderOf(ground, project, next.arranged.chains, dated.terms)
      const solution = { ...dated.solution, ...order }
      if (sameOrder(dated.solution.links, order.links)) return laidOut(next, { ...dated, solution })
    }
    if (round === ROUNDS) return laidOut(now, dated)
    now = next
  }
}

type Dated = Pick<Layout, 'solution' | 'terms'>

function sameOrder(a: readonly Link[], b: readonly Link[]): boolean {
  const told = ({ from, fromSide, to, toSide, min, max }: Link) =>
    `${from} ${fromSide} ${to} ${toSide} ${min?.value} ${max?.value}`
  return a.length === b.length && a.every((link, i) => told(link) === told(b[i] as Link))
}

const work = ({ id, length }: Draft) => `${id} ${length.value} ${length.unitApplied}`

/** The same activities of the same lengths, as certain as before, so that they get the same dates and marks. */
export function sameWork(a: readonly Chain[], b: readonly Chain[]): boolean {
  const told = (chains: readonly Chain[]) =>
    chains.map((c) => `${c.occurrence.assumed} ${c.drafts.map(work).join(';')}`).join('|')
  return a.length === b.length && told(a) === told(b)
}

/**
 * With the margin before the land and the certificates together after it if that can be had, else without the one, then the other:
 * only a question about a land day is a question about its certificates.
 */
function solveOnBestTerms(
  ground: Ground,
  project: Project,
  chains: readonly Chain[],
  asOf: string,
  anchor: Anchor,
  terms: Terms,
) {
  const wishes: readonly Terms[] = [
    terms,
    { ...terms, noMargin: true },
    ...(anchor.kind === 'landDay' ? [] : [{ ...terms, noMargin: true, noWindow: true }]),
  ]
  let tried = { solution: solve(ground, project, chains, asOf, anchor, terms), terms }
  for (const kept of wishes.slice(1)) {
    if (!('conflict' in tried.solution)) break
    tried = { solution: solve(ground, project, chains, asOf, anchor, kept), terms: kept }
  }
  return tried
}

function acceptanceDays(solution: Solved | Unsolved): Map<string, string> {
  if ('conflict' in solution) return new Map()
  const { axis, chains, index, start } = solution
  return new Map(
    chains.map((c) => [
      c.occurrence.id,
      c.occurrence.doneOn ?? dateOf(axis, start[index.get(`${c.occurrence.id}:${c.submitted}`) ?? 0] ?? 0),
    ]),
  )
}

/** Whether the law of the one set of days is the law of the other: no version changes between them. */
function sameLaw(
  ground: Ground,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  asOf: string,
): boolean {
  return [...after].every(([id, day]) => {
    const old = before.get(id) ?? asOf
    return old === day || !ground.changesOfLaw.some((change) => old < change !== day < change)
  })
}
