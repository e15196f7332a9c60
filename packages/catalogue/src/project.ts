import { z } from 'zod'
import { FactValue } from './condition.ts'
import { MatterId } from './matter.ts'
import { Confidence, IsoDate, Source, Text } from './source.ts'

/** A fact as a project file states it: the bare value, `unknown`, or the value with where it comes from. */
const FactEntry = z.union(
  [
    FactValue,
    z.strictObject({
      value: FactValue,
      source: Source.optional(),
      confidence: Confidence.optional(),
      note: Text.optional(),
    }),
  ],
  {
    error:
      '项目属性写作一个值、unknown，或 { value, source, confidence, note } · a fact is a value, unknown, or { value, source, confidence, note }',
  },
)

/** Of a phase, a parcel or a unit of works; '' is kept for the one that a file does not name. */
const Id = z.string().min(1)

const Facts = z.record(z.string(), FactEntry)

/** The tracks that a plan may take for a matter (办理方式). */
export const Track = z.enum(['standard', 'tolerance', 'commitment', 'preReview', 'exempt'])
export type Track = z.infer<typeof Track>

/** A project as its file states it: facts, phases, land, what has happened. */
export const ProjectFile = z.strictObject({
  name: Text,
  code: z
    .string()
    .regex(/^\d{4}-\d{6}-\d{2}-\d{2}-\d{6}$/, {
      error: '项目代码形如 2020-320413-38-03-500001 · a project code looks like 2020-320413-38-03-500001',
    })
    .optional(),
  enterprise: Text.optional(),
  /** What the reader should know: what of this is public, what is invented. */
  about: Text.optional(),
  district: z.string().regex(/^\d{6}$/),
  /** The day from which the plan looks; the command line may say otherwise. */
  asOf: IsoDate.optional(),
  land: z
    .strictObject({
      /** What 拿地 means for this project (domain 2.1). */
      basis: z.enum(['transaction', 'contract', 'handover', 'title']),
      day: IsoDate.optional(),
    })
    .optional(),
  /** A promised start of construction. */
  startBy: IsoDate.optional(),
  facts: Facts,
  parcels: z.array(z.strictObject({ id: Id, name: Text.optional(), facts: Facts.optional() })).optional(),
  phases: z
    .array(
      z.strictObject({
        id: Id,
        name: Text,
        /** The parcels that it stands on; all when absent. Phases may share one. */
        parcels: z.array(z.string()).min(1).optional(),
        /** The earliest day on which this phase may begin its preparation. */
        notBefore: IsoDate.optional(),
        facts: Facts.optional(),
      }),
    )
    .min(1)
    .optional(),
  unitWorks: z
    .array(z.strictObject({ id: Id, name: Text, phase: z.string().optional(), facts: Facts.optional() }))
    .optional(),
  /** Chosen tracks; the best lawful one where a matter is not named. */
  tracks: z.record(z.string(), z.enum([...Track.options, 'best'])).optional(),
  /** Earliest day on which the materials of a matter are there. */
  ready: z
    .array(
      z.strictObject({ matter: MatterId, scope: z.string().optional(), material: z.string().optional(), on: IsoDate }),
    )
    .optional(),
  /** What has already happened: the matter is issued on this day. */
  done: z
    .array(
      z.strictObject({
        matter: MatterId,
        scope: z.string().optional(),
        on: IsoDate,
        number: z.string().optional(),
        synthetic: z.boolean().optional(),
      }),
    )
    .optional(),
  /** Regional assessments of the district that cover the site, by id. */
  assessments: z.array(z.string()).optional(),
})
export type ProjectFile = z.infer<typeof ProjectFile>

/** A fact as stated, in its inner unit; `value` undefined where the file says `unknown`. */
export type StatedFact = {
  readonly value: FactValue | undefined
  readonly confidence?: Confidence | undefined
  readonly source?: Source | undefined
  readonly note?: Text | undefined
}

type Scoped<T> = Omit<T, 'facts'> & { readonly facts: Readonly<Record<string, StatedFact>> }
type Listed<K extends 'parcels' | 'phases' | 'unitWorks'> = readonly Scoped<NonNullable<ProjectFile[K]>[number]>[]

/**
 * A project as the planner takes it: facts in inner units, absent lists empty, at least one phase and one parcel
 * (with the id '' where the file names none).
 */
export type Project = Omit<
  ProjectFile,
  'facts' | 'parcels' | 'phases' | 'unitWorks' | 'tracks' | 'ready' | 'done' | 'assessments'
> &
  Required<{ [K in 'tracks' | 'ready' | 'done' | 'assessments']: NonNullable<ProjectFile[K]> }> & {
    readonly facts: Readonly<Record<string, StatedFact>>
    readonly parcels: Listed<'parcels'>
    readonly phases: Listed<'phases'>
    readonly unitWorks: Listed<'unitWorks'>
  }
