import type { Catalogue } from './catalogue.ts'
import { checkProjectDates } from './checkProjectDates.ts'
import { checkProjectReferences, type Tell } from './checkProjectReferences.ts'
import type { FactValue } from './condition.ts'
import { readFactValue } from './factValue.ts'
import { byPlace, type Fault } from './fault.ts'
import type { FactDefinition } from './national.ts'
import type { Path } from './place.ts'
import type { Project, StatedFact } from './project.ts'
import { ProjectFile } from './project.ts'
import type { Text } from './source.ts'
import { unknownId } from './unknownId.ts'
import { conform, parseYaml, type TextFile } from './yamlFile.ts'

/**
 * A project file, read and held against the catalogue: every fact known, in its unit and range, every id pointing somewhere.
 * Either the project or all its faults, each with line and column and what would be accepted.
 */
export function readProject(file: TextFile, catalogue: Catalogue): { project: Project } | { faults: readonly Fault[] } {
  const yaml = parseYaml(file)
  const fitted = conform(yaml, ProjectFile)
  if ('faults' in fitted) return fitted
  const stated = fitted.value
  const faults: Fault[] = []
  const tell: Tell = (path, zh, en) => faults.push(yaml.fault(path, { zh, en }))

  const facts = new Map(catalogue.facts.map((f) => [f.id, f]))
  const readFacts = (of: FactDefinition['of'], written: ProjectFile['facts'] | undefined, path: Path) =>
    Object.fromEntries(
      Object.entries(written ?? {}).flatMap(([id, entry]) => {
        const read = readFact(facts, id, entry, of)
        if ('stated' in read) return [[id, read.stated] as const]
        const fault = read.atKey ? yaml.faultAtKey : yaml.fault
        faults.push(fault([...path, id], read.wrong))
        return []
      }),
    )

  const project: Project = {
    ...stated,
    facts: readFacts('project', stated.facts, ['facts']),
    parcels: (stated.parcels ?? [{ id: '' }]).map((p, i) => ({
      ...p,
      facts: readFacts('parcel', p.facts, ['parcels', i, 'facts']),
    })),
    phases: (stated.phases ?? [{ id: '', name: stated.name }]).map((p, i) => ({
      ...p,
      facts: readFacts('phase', p.facts, ['phases', i, 'facts']),
    })),
    unitWorks: (stated.unitWorks ?? []).map((u, i) => ({
      ...u,
      facts: readFacts('phase', u.facts, ['unitWorks', i, 'facts']),
    })),
    tracks: stated.tracks ?? {},
    ready: stated.ready ?? [],
    done: stated.done ?? [],
    assessments: stated.assessments ?? [],
  }
  checkProjectReferences(project, catalogue, tell)
  checkProjectDates(project, catalogue, tell)
  return faults.length > 0 ? { faults: faults.sort(byPlace) } : { project }
}

function readFact(
  facts: ReadonlyMap<string, FactDefinition>,
  id: string,
  entry: ProjectFile['facts'][string],
  of: FactDefinition['of'],
): { stated: StatedFact } | { wrong: Text; atKey?: true } {
  const fact = facts.get(id)
  if (!fact) {
    const { zh, en } = unknownId('fact', id, [...facts.keys()])
    const where = 'kaigong catalogue show facts'
    return { wrong: { zh: `${zh}（全部属性：${where}）`, en: `${en} (all facts: ${where})` }, atKey: true }
  }
  // The whole project may state everything; a part only what can differ from part to part.
  if (of !== 'project' && fact.of !== of) return { wrong: misplaced(fact), atKey: true }
  const about = typeof entry === 'object' && !Array.isArray(entry) ? entry : { value: entry as FactValue }
  const rest = { confidence: about.confidence, source: about.source, note: about.note }
  if (about.value === 'unknown') return { stated: { value: undefined, ...rest } }
  const read = readFactValue(fact, about.value)
  return 'wrong' in read ? read : { stated: { value: read.value, ...rest } }
}

const belongsTo: Record<FactDefinition['of'], Text> = {
  project: { zh: '整个项目，请写在最上层的 facts', en: 'the whole project; write it under the top facts' },
  phase: { zh: '项目或分期', en: 'the project or a phase' },
  parcel: { zh: '项目或地块', en: 'the project or a parcel' },
}

const misplaced = ({ id, of }: FactDefinition): Text => ({
  zh: `“${id}”不能写在这里，它属于${belongsTo[of].zh}`,
  en: `"${id}" cannot be stated here, it belongs to ${belongsTo[of].en}`,
})
