import { z } from 'zod'
import { CalendarFile } from './calendarFile.ts'
import { District } from './district.ts'
import { Edge, Gate } from './edge.ts'
import { Matter } from './matter.ts'
import {
  AssessmentType,
  Authority,
  Conversion,
  Edition,
  FactDefinition,
  LandDay,
  Law,
  RuleBook,
  Simultaneity,
  SpecialProcedureKind,
  Tolerance,
} from './national.ts'
import { ProjectFile } from './project.ts'

/** The schema of every kind of file, by the name that its JSON Schema bears in `catalogue/schema/<name>.schema.json`. */
export const schemas = {
  edition: Edition,
  laws: z.array(Law),
  authorities: z.array(Authority),
  facts: z.array(FactDefinition),
  'special-procedures': z.array(SpecialProcedureKind),
  edges: z.array(Edge),
  gates: z.array(Gate),
  'land-day': LandDay,
  conversion: Conversion,
  tolerance: Tolerance,
  'regional-assessments': z.array(AssessmentType),
  'three-simultaneities': z.array(Simultaneity),
  rules: RuleBook,
  matter: Matter,
  calendar: CalendarFile,
  district: District.partial(),
  project: ProjectFile,
} as const

/** JSON Schemas for editors (`# yaml-language-server: $schema=…`), one a kind of file. */
export const jsonSchemas = (): Record<string, unknown> =>
  Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, z.toJSONSchema(schema, { io: 'input' })]))
