import { z } from 'zod'

/** Six digits of GB/T 2260. */
export const DistrictCode = z
  .string()
  .regex(/^\d{6}$/)
  .brand('DistrictCode')
export type DistrictCode = z.infer<typeof DistrictCode>

export const PersonId = z.uuid().brand('PersonId')
export type PersonId = z.infer<typeof PersonId>

export const ProjectId = z.uuid().brand('ProjectId')
export type ProjectId = z.infer<typeof ProjectId>

export const CaseId = z.uuid().brand('CaseId')
export type CaseId = z.infer<typeof CaseId>

export const JointId = z.uuid().brand('JointId')
export type JointId = z.infer<typeof JointId>

export const CompanyId = z.uuid().brand('CompanyId')
export type CompanyId = z.infer<typeof CompanyId>

/** As the district's `agencies.yaml` names it. */
export const AgencyId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,63}$/)
  .brand('AgencyId')
export type AgencyId = z.infer<typeof AgencyId>

/** SHA-256 of all files of a catalogue, the district's own among them. */
export const EditionId = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand('EditionId')
export type EditionId = z.infer<typeof EditionId>

export const Version = z.int().positive()

/** A happening, in UTC. */
export const Instant = z.iso.datetime({ offset: true })
/** A day in Asia/Shanghai. */
export const Day = z.iso.date()

/** Where a list goes on; opaque to the caller. */
export const Cursor = z.string().max(500)

/** A page without a count of all: what only ever grows is not counted for each page of it. */
export const stretchOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), next: Cursor.nullable() })

/** A page, and how many there are in all. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({ ...stretchOf(item).shape, total: z.int().nonnegative() })
