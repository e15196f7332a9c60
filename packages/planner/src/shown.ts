import type { Project } from '@kaigong/catalogue'
import type { Ground } from './ground.ts'
import { isSolved, layout, type Request, type SolvedLayout } from './layout.ts'
import { nearestLandDay, nearestStart } from './nearestDate.ts'
import type { Anchor, Terms } from './solve.ts'

/** What the plan shows: what was asked for, or the nearest to it that can be had, with the day that answers the question. */
export type Shown = { readonly layout: SolvedLayout; readonly anchor: Anchor; readonly near: string | undefined }

/** The nearest that can be had: the next land day on which the certificates come together, else the same day without them together, else the earliest of all. */
export function nearest(ground: Ground, project: Project, request: Request): Shown | undefined {
  const { asOf, anchor: asked } = request
  const near =
    asked.kind === 'landDay' ? nearestLandDay(ground, project, request) : nearestStart(ground, project, request)
  const tries: { readonly anchor: Anchor; readonly terms: Terms }[] = []
  if (asked.kind === 'landDay') {
    if (near !== undefined) tries.push({ anchor: { kind: 'landDay', day: near }, terms: {} })
    tries.push({ anchor: asked, terms: { noWindow: true } })
  }
  tries.push({ anchor: { kind: 'earliest' }, terms: {} }, { anchor: { kind: 'earliest' }, terms: { noWindow: true } })
  for (const { anchor, terms } of tries) {
    const found = layout(ground, project, { asOf, anchor }, 'best', terms)
    if (isSolved(found)) return { layout: found, anchor, near }
  }
  return undefined
}
