import { z } from 'zod'
import { Condition } from './condition.ts'
import { Duration } from './limit.ts'
import { MatterId } from './matter.ts'
import { sourced, Text } from './source.ts'

/** hard 法定, practice 通行, soft 建议. */
export const EdgeKind = z.enum(['hard', 'practice', 'soft'])
export type EdgeKind = z.infer<typeof EdgeKind>

/**
 * A point in a matter's life: begun (its preparation starts), submitted (acceptance), decided (the decision), issued (the document is out),
 * or `step:<id>` of its own steps (its finish when it comes first, its start when it comes after).
 */
export const EdgePoint = z.union([
  z.enum(['begun', 'submitted', 'decided', 'issued']),
  z.templateLiteral(['step:', z.string()]),
])
export type EdgePoint = z.infer<typeof EdgePoint>

/** `from` comes before `to` (domain 1.8). Of several alternatives the first whose condition holds counts. */
export const Edge = z.strictObject({
  id: z.string(),
  from: z.union([MatterId, z.array(z.strictObject({ matter: MatterId, when: Condition }))]),
  /** Point of `from`; issued when absent. */
  fromPoint: EdgePoint.optional(),
  to: MatterId,
  /** Point of `to`; submitted when absent. */
  toPoint: EdgePoint.optional(),
  kind: EdgeKind,
  when: Condition.optional(),
  /** The material of `to` that carries this edge: where it is deferrable, tolerance lets it arrive until the decision. */
  material: z.string().optional(),
  minLag: Duration.optional(),
  maxLag: Duration.optional(),
  says: Text,
  ...sourced,
})
export type Edge = z.infer<typeof Edge>

/** A gate (闸门): what must be there before something may begin. */
export const Gate = z.strictObject({
  id: z.enum(['G0', 'G1', 'G2', 'G3', 'G4']),
  name: Text,
  /** What the gate opens; it may not reach this point before the requirements are issued. */
  opens: z.array(z.strictObject({ matter: MatterId, point: EdgePoint })).min(1),
  requires: z
    .array(
      z.strictObject({
        matter: MatterId,
        point: EdgePoint.optional(),
        /** Only for these of what the gate opens; all when absent. */
        for: z.array(MatterId).optional(),
        kind: EdgeKind,
        when: Condition.optional(),
        says: Text,
        ...sourced,
      }),
    )
    .min(1),
})
export type Gate = z.infer<typeof Gate>
