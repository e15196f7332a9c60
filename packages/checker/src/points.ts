import type { EdgePoint, Matter } from '@kaigong/catalogue'
import type { Tick } from './clock.ts'
import type { Occurrence, Step } from './reading.ts'
import type { Track } from './subject.ts'

/** A point in a matter's life with the activity that brings it. */
export type Reached = { readonly tick: Tick; readonly step: Step }

/** The activity with whose start a matter is handed in. */
export function submission(matter: Matter, track: Track, done: boolean, steps: readonly Step[]): Step | undefined {
  const called = (step: string) => steps.find((s) => s.step === step)
  if (done) return called('done')
  if (matter.steps) {
    const own = matter.steps.flatMap(({ id }) => called(id) ?? [])
    return own.find((s) => s.kind !== 'preparation') ?? own[0]
  }
  if (track === 'preReview') return called('conversion')
  return called(track === 'commitment' ? 'decision' : 'check')
}

/** What waits for this point may not come earlier: issued with the last activity but a later inspection, decided when the document goes out. */
export function reached(o: Occurrence, point: EdgePoint): Reached | undefined {
  const named = stepNamed(o, point)
  if (named) return { tick: named.until, step: named }
  if (point === 'begun') return earliest(o)
  if (point === 'submitted') return at(submitted(o), 'from')
  const delivery = o.steps.find((s) => s.kind === 'delivery')
  if (point === 'decided' && delivery && !o.matter.steps) return at(delivery, 'from')
  return issued(o)
}

/** What this point waits for may not come later: a step's start, a decision before it goes out. */
export function entered(o: Occurrence, point: EdgePoint): Reached | undefined {
  const named = stepNamed(o, point)
  if (named) return { tick: named.from, step: named }
  if (point === 'begun') return earliest(o)
  if (point === 'issued') return issued(o)
  return at(point === 'decided' ? issued(o)?.step : submitted(o), 'from')
}

/** The opinion of a pre-review, from the request to the review's end, and the conversion that makes it a permit. */
export function preReviewOf(
  o: Occurrence,
): { readonly request: Step; readonly review: Step; readonly conversion: Step } | undefined {
  if (o.said.track !== 'preReview' || o.doneOn !== undefined) return undefined
  const [request, review, conversion] = ['request', 'preReview', 'conversion'].map((id) =>
    o.steps.find((s) => s.step === id),
  )
  return request && review && conversion && { request, review, conversion }
}

const submitted = (o: Occurrence) => submission(o.matter, o.said.track, o.doneOn !== undefined, o.steps)

const stepNamed = (o: Occurrence, point: EdgePoint) =>
  point.startsWith('step:') ? o.steps.find((s) => s.step === point.slice('step:'.length)) : undefined

const at = (step: Step | undefined, side: 'from' | 'until'): Reached | undefined => step && { tick: step[side], step }

function earliest({ steps }: Occurrence): Reached | undefined {
  return at(
    steps.reduce<Step | undefined>((a, s) => (a && a.from <= s.from ? a : s), undefined),
    'from',
  )
}

function issued({ steps }: Occurrence): Reached | undefined {
  const last = steps
    .filter((s) => s.kind !== 'inspection')
    .reduce<Step | undefined>((a, s) => (a && a.until > s.until ? a : s), undefined)
  return at(last, 'until')
}
