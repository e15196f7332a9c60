import { z } from 'zod'
import { Condition } from './condition.ts'
import { EdgePoint } from './edge.ts'
import { Duration, Limit } from './limit.ts'
import { MatterId } from './matter.ts'
import { Confidence, dated, IsoDate, sourced, Text } from './source.ts'

/** `national/catalogue.yaml`: which edition this is. */
export const Edition = z.strictObject({
  id: z.string(),
  edition: z.string(),
  name: Text,
  /** The law has been read up to this day. */
  checkedThrough: IsoDate,
})

/** `national/laws.yaml`: laws, regulations and rules with their versions; the acceptance date chooses (domain 3.12). */
export const Law = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: Text,
  versions: z
    .array(
      z.strictObject({
        version: z.string(),
        effectiveFrom: IsoDate.optional(),
        /** Last day in force. */
        effectiveTo: IsoDate.optional(),
        /** Its name from this version on, where it changed. */
        name: Text.optional(),
        replacedBy: z.string().optional(),
        note: Text.optional(),
        confidence: Confidence,
      }),
    )
    .min(1),
})
export type Law = z.infer<typeof Law>

/** `national/authorities.yaml`: the roles that the law names; a district maps each to one of its agencies. */
export const Authority = z.strictObject({
  id: z.string(),
  name: Text,
  level: z.enum(['state', 'province', 'city', 'district', 'enterprise', 'intermediary', 'utility']),
})
export type Authority = z.infer<typeof Authority>

/** `national/facts.yaml`: what a project file may state (domain 1.12). */
export const FactDefinition = z.strictObject({
  id: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  name: Text,
  question: Text,
  type: z.enum(['number', 'integer', 'boolean', 'choice', 'choices', 'text']),
  /** The unit inside; `units` says what else may be written and how much of the inner unit one of it is. */
  unit: z.string().optional(),
  units: z.record(z.string(), z.number().positive()).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  pattern: z.string().optional(),
  choices: z.record(z.string(), Text).optional(),
  /** What the plan takes while nobody has answered, said on the plan; without it the matter is planned for. */
  assumedWhenUnknown: z
    .strictObject({ value: z.union([z.boolean(), z.number(), z.string(), z.array(z.string())]), says: Text })
    .optional(),
  /** Of the whole project, of one phase, or of one parcel. */
  of: z.enum(['project', 'phase', 'parcel']),
  group: z.enum(['project', 'land', 'building', 'energy', 'environment', 'water', 'safety', 'transport', 'schedule']),
  ...sourced,
})
export type FactDefinition = z.infer<typeof FactDefinition>

/** `national/special-procedures.yaml` (domain 3.8). */
export const SpecialProcedureKind = z.strictObject({
  id: z.string(),
  name: Text,
  /** One of the eight of 行政许可法 45. */
  statutory: z.boolean(),
  clockEffect: z.enum(['pause', 'extend', 'none']),
  says: Text,
  ...sourced,
})

/** A file of rules in words, some with a length of time (domain 1.1, 2.1, 2.3–2.8). */
export const RuleBook = z.strictObject({
  id: z.string(),
  name: Text,
  rules: z.array(
    z.strictObject({
      id: z.string(),
      says: Text,
      limit: Limit.optional(),
      duration: Duration.optional(),
      matters: z.array(MatterId).optional(),
      inForce: z.strictObject(dated).optional(),
      ...sourced,
    }),
  ),
})
export type RuleBook = z.infer<typeof RuleBook>

/** `national/land-day.yaml` (domain 2.2): the usual windows before and after the day T, and the day table of the compressed version. */
export const LandDay = z.strictObject({
  /** What 拿地 may mean (domain 2.1): each basis is a point of a matter. */
  bases: z.array(
    z.strictObject({
      id: z.enum(['transaction', 'contract', 'handover', 'title']),
      name: Text,
      matter: MatterId,
      point: EdgePoint,
      ...sourced,
    }),
  ),
  /** The certificates that count as 四证, with the fifth that some places add. */
  /** `phased` is the form that counts instead where a phase has it (分阶段施工许可). */
  certificates: z.array(
    z.strictObject({ matter: MatterId, phased: MatterId.optional(), name: Text, core: z.boolean() }),
  ),
  usualWindow: z.strictObject({ ...Duration.shape, ...sourced }),
  steps: z.array(
    z.strictObject({
      id: z.string(),
      fromDay: z.int().optional(),
      toDay: z.int().optional(),
      matters: z.array(MatterId),
      responsible: Text,
      says: Text,
      ...sourced,
    }),
  ),
  dayTable: z.array(
    z.strictObject({ day: z.int().nonnegative(), matters: z.array(MatterId).min(1), says: Text, ...sourced }),
  ),
})
export type LandDay = z.infer<typeof LandDay>

/** `national/conversion.yaml` (domain 2.3): the conditions of conversion and what must always hold between issue dates. */
export const Conversion = z.strictObject({
  conditions: z.array(z.strictObject({ id: z.string(), says: Text, ...sourced })).length(5),
  invariants: z.array(
    z.strictObject({
      id: z.string(),
      /** `later` comes on the day of `earlier` or after, whenever both apply; of alternatives the first that applies. */
      later: z.strictObject({ matter: MatterId, point: EdgePoint }),
      earlier: z.array(z.strictObject({ matter: MatterId, point: EdgePoint })).min(1),
      combine: z.enum(['all', 'firstApplicable']),
      says: Text,
      ...sourced,
    }),
  ),
})
export type Conversion = z.infer<typeof Conversion>

/** `national/tolerance.yaml` (domain 2.4). */
export const Tolerance = z.strictObject({
  rules: RuleBook.shape.rules,
  mode: z.enum(['acceptThenIssueAfterComplete', 'issueThenSupplement']),
  /** Days of pause after which the application is returned. */
  pause: z.strictObject({ ...Duration.shape, ...sourced }),
  /** What the law makes a condition of issue: the results of these matters can never be deferred for those. */
  neverDeferrable: z.array(
    z.strictObject({ issuedBy: MatterId, for: z.array(MatterId).min(1), says: Text, ...sourced }),
  ),
})
export type Tolerance = z.infer<typeof Tolerance>

/** `national/regional-assessments.yaml` (domain 2.6). */
export const AssessmentType = z.strictObject({
  id: z.string(),
  name: Text,
  /** By law at least, or by local practice. */
  statutory: z.boolean(),
  /** Where the result does not exempt. */
  notFor: z.array(z.strictObject({ when: Condition, says: Text, ...sourced })).optional(),
  ...sourced,
})
export type AssessmentType = z.infer<typeof AssessmentType>

/** One of the six 三同时 (domain 1.6). */
export const Simultaneity = z.strictObject({
  id: z.string(),
  name: Text,
  /** Matters on its checklist: while designing, while building, before use. */
  design: z.array(MatterId),
  construction: z.array(MatterId),
  use: z.array(MatterId),
  ...sourced,
})
