import { lagEnd } from './clock.ts'
import { pairs } from './order.ts'
import { preReviewOf, type Reached, reached } from './points.ts'
import type { Occurrence, Reading } from './reading.ts'
import { basisOf, matterName, when } from './says.ts'
import type { Violation } from './violation.ts'

/** What the land decides: nothing formal that hangs on it before it is won, and pre-review in its time. */
export function land(reading: Reading): readonly Violation[] {
  return [...formal(reading), ...reading.occurrences.flatMap((o) => preReview(reading, o))]
}

/** Documents that the law puts after the land, by whatever chain of hard orders, come after the deal. */
function formal(reading: Reading): readonly Violation[] {
  const after = Map.groupBy(
    pairs(reading).filter(
      ({ order: { kind, fromPoint } }) => kind === 'hard' && fromPoint !== 'begun' && fromPoint !== 'submitted',
    ),
    ({ from }) => from.id,
  )
  return reading.of('P10').flatMap((p10) => {
    const deal = reached(p10, 'step:deal')
    if (!deal) return []
    const bound = new Map<string, Occurrence>()
    const follow = (id: string) => {
      for (const { to, order } of after.get(id) ?? []) {
        // From another matter only its finished document carries the land on.
        if (bound.has(to.id) || (id !== p10.id && order.fromPoint !== 'issued')) continue
        bound.set(to.id, to)
        follow(to.id)
      }
    }
    follow(p10.id)
    return [...bound.values()].flatMap((o) => notBefore(deal, p10, o, reached(o, 'issued'), 'land.formal'))
  })
}

function preReview(reading: Reading, o: Occurrence): readonly Violation[] {
  const ahead = preReviewOf(o)
  const rule = o.matter.tracks.preReview
  if (!ahead || !rule) return []
  const { request, review, conversion } = ahead
  const near = (matter: string) => reading.of(matter).filter((other) => reading.meet(other, o))
  const name = matterName(o)
  const lapses = lagEnd(reading.clock, rule.validity, review.until, 'minimum')
  const lapsed: readonly Violation[] =
    conversion.from <= lapses
      ? []
      : [
          {
            code: 'preReview.lapsed',
            message: {
              zh: `${name.zh}的预审意见 ${when(lapses)} 失效，${when(conversion.from)} 才转正式`,
              en: `the pre-review opinion of ${name.en} lapses ${when(lapses)}, before its conversion on ${when(conversion.from)}`,
            },
            activities: [review.id, conversion.id],
            basis: basisOf(reading, rule, o),
          },
        ]
  return [
    ...near('P10').flatMap((p10) => {
      const deal = reached(p10, 'step:deal')
      return deal ? notBefore(deal, p10, o, { tick: conversion.from, step: conversion }, 'land.conversion') : []
    }),
    ...['P02', 'P13'].flatMap(near).flatMap((other) => {
      const there = reached(other, 'issued')
      return there ? notBefore(there, other, o, { tick: request.from, step: request }, 'preReview.tooEarly') : []
    }),
    ...lapsed,
  ]
}

function notBefore(
  first: Reached,
  other: Occurrence,
  o: Occurrence,
  later: Reached | undefined,
  code: 'land.formal' | 'land.conversion' | 'preReview.tooEarly',
): readonly Violation[] {
  if (!later || first.tick <= later.tick) return []
  const [a, b] = [matterName(other), matterName(o)]
  return [
    {
      code,
      message: {
        zh: `${b.zh}的“${later.step.step}”（${when(later.tick)}）早于${a.zh}的“${first.step.step}”（${when(first.tick)}）`,
        en: `"${later.step.step}" of ${b.en} (${when(later.tick)}) comes before "${first.step.step}" of ${a.en} (${when(first.tick)})`,
      },
      activities: [first.step.id, later.step.id],
    },
  ]
}
