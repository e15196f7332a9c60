import type { z } from 'zod'
import type { Catalogue } from './catalogue.ts'
import { checkCalendars } from './checkCalendars.ts'
import { checkCircularRules } from './checkCircularRules.ts'
import { checkDistrict } from './checkDistrict.ts'
import { checkEdges } from './checkEdges.ts'
import { checkMatters } from './checkMatters.ts'
import { checkNational } from './checkNational.ts'
import { checkReferences } from './checkReferences.ts'
import { byPlace, type Fault } from './fault.ts'
import { readDistricts } from './readDistricts.ts'
import type { Say } from './say.ts'
import { schemas } from './schemas.ts'
import { conform, parseYaml, type TextFile, type YamlFile } from './yamlFile.ts'

/**
 * The catalogue read from its files (paths relative to its root, with `/`), checked file by file against the schemas and then as a whole.
 * `hash` is the caller's hash of the files. Either a catalogue that planner and checker may trust, or every fault in it.
 */
export function readCatalogue(
  files: readonly TextFile[],
  hash: string,
): { catalogue: Catalogue } | { faults: readonly Fault[] } {
  const faults: Fault[] = []
  const yamls = new Map<string, YamlFile>()
  const read = <T>(file: TextFile, schema: z.ZodType<T>): T | undefined => {
    const yaml = parseYaml(file)
    yamls.set(file.path, yaml)
    const fitted = conform(yaml, schema)
    if ('value' in fitted) return fitted.value
    faults.push(...fitted.faults)
    return undefined
  }
  const say: Say = (file, path, zh, en) => {
    const yaml = yamls.get(file)
    faults.push(yaml ? yaml.fault(path, { zh, en }) : { file, line: 1, column: 1, message: { zh, en } })
  }
  const byPath = [...files].sort((a, b) => (a.path < b.path ? -1 : 1))
  const all = <T>(pattern: RegExp, schema: z.ZodType<T>) =>
    byPath
      .filter((f) => pattern.test(f.path))
      .flatMap((f) => {
        const value = read(f, schema)
        return value === undefined ? [] : [{ path: f.path, value }]
      })
  const one = <T>(path: string, schema: z.ZodType<T>): T | undefined => {
    const file = files.find((f) => f.path === path)
    if (file) return read(file, schema)
    say(path, [], '缺少此文件', 'this file is missing')
    return undefined
  }

  const national = {
    edition: one('national/catalogue.yaml', schemas.edition),
    laws: one('national/laws.yaml', schemas.laws),
    authorities: one('national/authorities.yaml', schemas.authorities),
    facts: one('national/facts.yaml', schemas.facts),
    specialProcedures: one('national/special-procedures.yaml', schemas['special-procedures']),
    assessments: one('national/regional-assessments.yaml', schemas['regional-assessments']),
    simultaneities: one('national/three-simultaneities.yaml', schemas['three-simultaneities']),
    tolerance: one('national/tolerance.yaml', schemas.tolerance),
    conversion: one('national/conversion.yaml', schemas.conversion),
    landDay: one('national/land-day.yaml', schemas['land-day']),
    edges: one('national/edges.yaml', schemas.edges),
    gates: one('national/gates.yaml', schemas.gates),
  }
  const rules = all(/^national\/rules\/[^/]+\.yaml$/, schemas.rules)
  const matters = all(/^national\/\d-[^/]+\/[^/]+\.yaml$/, schemas.matter)
  const calendars = all(/^calendars\/\d{4}\.yaml$/, schemas.calendar)
  const districts = readDistricts(all(/^districts\/\d{6}\/[^/]+\.yaml$/, schemas.district), faults, say)
  for (const f of byPath) {
    if (!yamls.has(f.path))
      say(
        f.path,
        [],
        '目录中没有这种文件的位置（见 docs/catalogue.md）',
        'the catalogue has no place for this file (see docs/catalogue.md)',
      )
  }

  const whole = complete(national)
  if (!whole || faults.length > 0) return { faults: faults.sort(byPlace) }
  const catalogue: Catalogue = {
    hash,
    ...whole,
    rules: rules.map((r) => r.value),
    matters: matters.map((m) => m.value),
    districts: districts.map((d) => d.value),
    calendars: calendars.map((c) => c.value),
  }
  checkReferences(catalogue, new Map([...yamls].map(([file, yaml]) => [file, yaml.value])), say)
  checkNational(catalogue, say)
  checkMatters(catalogue, matters, say)
  checkCircularRules(matters, say)
  checkCalendars(calendars, say)
  // Edges and districts speak of matters: they are only worth checking once those hold.
  if (faults.length === 0) checkEdges(catalogue, say)
  if (faults.length === 0) for (const d of districts) checkDistrict(catalogue, d.value, d.fileOf, say)
  return faults.length > 0 ? { faults: faults.sort(byPlace) } : { catalogue }
}

/** All parts, or undefined if one could not be read (its faults are already told). */
function complete<T extends Record<string, unknown>>(
  parts: T,
): { [K in keyof T]: Exclude<T[K], undefined> } | undefined {
  return Object.values(parts).every((p) => p !== undefined)
    ? (parts as { [K in keyof T]: Exclude<T[K], undefined> })
    : undefined
}
