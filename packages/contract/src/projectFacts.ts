import { z } from 'zod'
import { Day } from './ids.ts'
import { Text } from './text.ts'

/** Facts by id, each as a project file states it: a bare value, `unknown`, or `{ value, source, confidence, note }`. */
const StatedFacts = z.record(z.string().max(60), z.json())
/** Of a phase, a parcel or a unit of works. */
const PartId = z.string().min(1).max(40)

/** A phase (分期): where it stands (on all parcels when absent), from when it may begin, what differs there from the whole project. */
export const Phase = z.strictObject({
  id: PartId,
  name: Text,
  parcels: z.array(PartId).min(1).max(50).optional(),
  notBefore: Day.optional(),
  facts: StatedFacts.optional(),
})
export type Phase = z.infer<typeof Phase>

/** A parcel whose land matters are done for itself (分地块办理). */
export const PlannedParcel = z.strictObject({ id: PartId, name: Text.optional(), facts: StatedFacts.optional() })
export type PlannedParcel = z.infer<typeof PlannedParcel>

/** A building or group of buildings that is permitted for itself (单位工程). */
export const UnitWorks = z.strictObject({
  id: PartId,
  name: Text,
  phase: PartId.optional(),
  facts: StatedFacts.optional(),
})
export type UnitWorks = z.infer<typeof UnitWorks>

/** The day on which materials are there: one or all of a matter, in one place or in all. */
export const Readiness = z.strictObject({
  matter: z.string().max(20),
  scope: PartId.optional(),
  material: z.string().max(80).optional(),
  on: Day,
})
export type Readiness = z.infer<typeof Readiness>

/** A matter that is done, where it occurs several times in one place of them. */
export const DoneMatter = z.strictObject({
  matter: z.string().max(20),
  scope: PartId.optional(),
  on: Day,
  /** 文号 */
  number: z.string().max(100).optional(),
  synthetic: z.boolean().optional(),
})
export type DoneMatter = z.infer<typeof DoneMatter>

/**
 * What the planner reads, as a project file states it (catalogue/schema/project.schema.json) without name, code, enterprise and district,
 * which stand in the identity. The server reads it with the catalogue in force and names each bad place.
 */
export const ProjectFacts = z.strictObject({
  asOf: Day.optional(),
  land: z
    .strictObject({ basis: z.enum(['transaction', 'contract', 'handover', 'title']), day: Day.optional() })
    .optional(),
  startBy: Day.optional(),
  facts: StatedFacts,
  parcels: z.array(PlannedParcel).max(50).optional(),
  phases: z.array(Phase).min(1).max(50).optional(),
  unitWorks: z.array(UnitWorks).max(200).optional(),
  tracks: z.record(z.string().max(20), z.string().max(20)).optional(),
  ready: z.array(Readiness).max(500).optional(),
  done: z.array(DoneMatter).max(500).optional(),
  assessments: z.array(z.string().max(80)).max(50).optional(),
})
export type ProjectFacts = z.infer<typeof ProjectFacts>
