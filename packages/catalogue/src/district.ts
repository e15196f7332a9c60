import { z } from 'zod'
import { EdgeKind } from './edge.ts'
import { Duration } from './limit.ts'
import { MatterId } from './matter.ts'
import { Confidence, IsoDate, sourced, Text } from './source.ts'

const said = { confidence: Confidence, note: Text.optional() } as const
const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** `districts/<code>/district.yaml`: who does what here, how fast, with how many people. */
export const District = z.strictObject({
  code: z.string().regex(/^\d{6}$/),
  name: Text,
  city: Text,
  province: Text,
  /** Office hours in Beijing time, and the weeks that are not the office's: ISO weekdays on which they work, and whether public holidays stop them. */
  hours: z.strictObject({ open: z.array(z.tuple([Clock, Clock])).min(1), ...said }),
  weeks: z.strictObject({
    design: z.strictObject({ weekdays: z.array(z.int().min(1).max(7)).min(1), holidaysOff: z.boolean(), ...said }),
    site: z.strictObject({ weekdays: z.array(z.int().min(1).max(7)).min(1), holidaysOff: z.boolean(), ...said }),
  }),
  agencies: z.array(z.strictObject({ id: z.string(), name: Text, short: Text, ...said })).min(1),
  /** Which agency stands for each authority that the law names, and who really handles a matter where that differs (相对集中行政许可权). */
  authorities: z.record(z.string(), z.string()),
  handlers: z.array(z.strictObject({ matter: MatterId, agency: z.string(), ...said })),
  /** Promised limits (承诺时限), from acceptance to decision. */
  promises: z.array(
    z.strictObject({
      matter: MatterId,
      variant: z.string().optional(),
      ...Duration.shape,
      from: IsoDate.optional(),
      until: IsoDate.optional(),
      ...sourced,
    }),
  ),
  /** Reviewers of an agency: how many reviews it can have on the table at once. */
  capacities: z.array(
    z.strictObject({ agency: z.string(), reviewers: z.int().positive(), from: IsoDate.optional(), ...said }),
  ),
  studios: z.array(
    z.strictObject({
      id: z.string(),
      name: Text,
      lead: z.string().optional(),
      says: Text,
      configured: z.boolean(),
      ...said,
    }),
  ),
  /** Adds to the national tolerance list, or takes from it: [matter, material]. */
  tolerance: z.strictObject({
    deferrable: z.array(z.strictObject({ matter: MatterId, material: z.string(), ...sourced })),
    notDeferrable: z.array(z.strictObject({ matter: MatterId, material: z.string(), ...sourced })),
  }),
  /** Completeness check, delivery and inspection as they are done here, in working days. */
  usual: z.strictObject({ check: Duration, delivery: Duration, ...said }),
  /** Where assessments that are gates of construction stand before the permit instead (`gateAt`, domain 1.8). */
  gateAt: z.array(z.strictObject({ matter: MatterId, gate: z.enum(['G1', 'C07']), ...sourced })),
  /**
   * Where an agency that says nothing to a joint review by its day counts as agreeing (超时默认), and the document that says so. Without it
   * silence is escalated and nothing more; for permits and confirmations it is never consent, whatever stands here.
   */
  jointSilence: z.strictObject({ says: Text, ...sourced }).optional(),
  /** Edges that hold only here. */
  edges: z
    .array(z.strictObject({ id: z.string(), from: MatterId, to: MatterId, kind: EdgeKind, says: Text, ...sourced }))
    .optional(),
  /** How a limit of days in the law is counted here, and how long before the land day a pre-review should be finished. */
  preReviewMargin: z.strictObject({ ...Duration.shape, ...said }),
  regionalAssessments: z.array(
    z.strictObject({
      id: z.string(),
      park: Text,
      type: z.string(),
      approvalNo: z.string(),
      validFrom: IsoDate,
      validTo: IsoDate,
      useMode: z.enum(['exempt', 'simplified', 'dataOnly']),
      ...sourced,
    }),
  ),
  lights: z.array(z.strictObject({ id: z.string(), name: Text, says: Text, ...sourced })).optional(),
  /**
   * Numbers of certificates (domain 3.6). A pattern names its parts: `area` (行政区划), `year`, `date`, `seq` (序号), `class` (专业分类). Of the
   * series of a matter the day of issue chooses.
   */
  series: z
    .array(
      z.strictObject({
        id: z.string(),
        name: Text,
        /** Whose documents bear such a number, for series that are checked and given out. */
        matters: z.array(MatterId).min(1).optional(),
        issued: z.strictObject({ from: IsoDate.optional(), until: IsoDate.optional() }).optional(),
        pattern: z.string(),
        ...sourced,
      }),
    )
    .optional(),
})
export type District = z.infer<typeof District>
