import type { Catalogue } from './catalogue.ts'
import type { FactValue } from './condition.ts'
import { readFactValue } from './factValue.ts'
import { byPlace, type Fault } from './fault.ts'
import type { FactDefinition } from './national.ts'
import { nearest } from './nearest.ts'
import type { Path } from './place.ts'
import type { Project, StatedFact } from './project.ts'
import { ProjectFile } from './project.ts'
import type { Text } from './source.ts'
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
  const fault = (path: Path, zh: string, en: string) => faults.push(yaml.fault(path, { zh, en }))

  const facts = new Map(catalogue.facts.map((f) => [f.id, f]))
  const readFacts = (of: FactDefinition['of'], written: ProjectFile['facts'] | undefined, path: Path) =>
    Object.fromEntries(
      Object.entries(written ?? {}).flatMap(([id, entry]) => {
        const read = readFact(facts, id, entry, of)
        if ('stated' in read) return [[id, read.stated] as const]
        faults.push(yaml.fault([...path, id], read.wrong))
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
  checkReferences(project, catalogue, fault)
  checkDates(project, catalogue, fault)
  return faults.length > 0 ? { faults: faults.sort(byPlace) } : { project }
}

type Say = (path: Path, zh: string, en: string) => void

function readFact(
  facts: ReadonlyMap<string, FactDefinition>,
  id: string,
  entry: ProjectFile['facts'][string],
  of: FactDefinition['of'],
): { stated: StatedFact } | { wrong: Text } {
  const fact = facts.get(id)
  if (!fact) {
    const near = nearest(id, [...facts.keys()])
    return {
      wrong: {
        zh: `不认识的项目属性“${id}”${near ? `，是否想写 ${near}？` : ''}（全部属性：kaigong catalogue show facts）`,
        en: `unknown fact "${id}"${near ? `; did you mean ${near}?` : ''} (all facts: kaigong catalogue show facts)`,
      },
    }
  }
  // The whole project may state everything; a part only what can differ from part to part.
  if (of !== 'project' && fact.of !== of) return { wrong: misplaced(fact) }
  const about = typeof entry === 'object' && !Array.isArray(entry) ? entry : { value: entry as FactValue }
  const confidence = about.confidence
  const rest = { confidence, source: about.source, note: about.note }
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

function checkReferences(project: Project, catalogue: Catalogue, fault: Say) {
  const oneOf = (path: Path, what: Text, id: string | undefined, ids: readonly string[]) => {
    if (id === undefined || ids.includes(id)) return
    fault(
      path,
      `${what.zh}“${id}”不存在；可用：${ids.join('、') || '（无）'}`,
      `${what.en} "${id}" does not exist; accepted: ${ids.join(', ') || '(none)'}`,
    )
  }
  const matters = catalogue.matters.map((m) => m.id)
  const matterExists = (path: Path, id: string) => {
    if (matters.includes(id)) return
    const near = nearest(id, matters)
    fault(
      path,
      `事项“${id}”不存在${near ? `，是否想写 ${near}？` : ''}`,
      `matter "${id}" does not exist${near ? `; did you mean ${near}?` : ''}`,
    )
  }
  oneOf(
    ['district'],
    { zh: '区划', en: 'district' },
    project.district,
    catalogue.districts.map((d) => d.code),
  )
  const district = catalogue.districts.find((d) => d.code === project.district)
  const parcels = project.parcels.map((p) => p.id)
  const phases = project.phases.map((p) => p.id)
  const scopes = [...phases, ...parcels, ...project.unitWorks.map((u) => u.id)].filter((id) => id !== '')
  const twice = scopes.find((id, i) => scopes.indexOf(id) !== i)
  if (twice !== undefined)
    fault(
      ['phases'],
      `编号“${twice}”用了两次；分期、地块、单体的编号不能重复`,
      `id "${twice}" stands twice; phases, parcels and unit works need ids of their own`,
    )
  project.phases.forEach((phase, i) => {
    phase.parcels?.forEach((id, j) => oneOf(['phases', i, 'parcels', j], { zh: '地块', en: 'parcel' }, id, parcels))
  })
  project.unitWorks.forEach((u, i) => oneOf(['unitWorks', i, 'phase'], { zh: '分期', en: 'phase' }, u.phase, phases))
  project.done.forEach((d, i) => {
    matterExists(['done', i, 'matter'], d.matter)
    oneOf(['done', i, 'scope'], { zh: '范围', en: 'scope' }, d.scope, scopes)
  })
  project.ready.forEach((r, i) => {
    matterExists(['ready', i, 'matter'], r.matter)
    oneOf(['ready', i, 'scope'], { zh: '范围', en: 'scope' }, r.scope, scopes)
    const materials = catalogue.matters.find((m) => m.id === r.matter)?.materials.map((m) => m.id) ?? []
    oneOf(['ready', i, 'material'], { zh: '材料', en: 'material' }, r.material, materials)
  })
  for (const [id, track] of Object.entries(project.tracks)) {
    matterExists(['tracks', id], id)
    const matter = catalogue.matters.find((m) => m.id === id)
    if (!matter || track === 'best' || track === 'standard') continue
    const lawful = ['standard', ...Object.keys(matter.tracks)]
    if (!lawful.includes(track)) {
      fault(
        ['tracks', id],
        `事项 ${id} 不能用“${track}”办理；可用：${lawful.join('、')}、best`,
        `matter ${id} cannot take the track "${track}"; accepted: ${lawful.join(', ')}, best`,
      )
    }
  }
  const assessments = district?.regionalAssessments.map((a) => a.id) ?? []
  project.assessments.forEach((id, i) =>
    oneOf(['assessments', i], { zh: '区域评估', en: 'regional assessment' }, id, assessments),
  )
}

function checkDates(project: Project, catalogue: Catalogue, fault: Say) {
  const first = Math.min(...catalogue.calendars.map((c) => c.year))
  const inTime = (path: Path, date: string | undefined) => {
    if (date === undefined || Number(date.slice(0, 4)) >= first) return
    fault(path, `日期 ${date} 早于第一份工作日历（${first} 年）`, `${date} is before the first calendar (${first})`)
  }
  inTime(['asOf'], project.asOf)
  inTime(['startBy'], project.startBy)
  inTime(['land', 'day'], project.land?.day)
  project.done.forEach((d, i) => inTime(['done', i, 'on'], d.on))
  project.ready.forEach((r, i) => inTime(['ready', i, 'on'], r.on))
  project.phases.forEach((p, i) => inTime(['phases', i, 'notBefore'], p.notBefore))
  const { asOf } = project
  if (asOf !== undefined) {
    project.done.forEach((d, i) => {
      if (d.on > asOf)
        fault(
          ['done', i, 'on'],
          `${d.matter} 的办成日 ${d.on} 晚于计划基准日 ${asOf}，还不能算已办成`,
          `${d.matter} is dated ${d.on}, after the as-of day ${asOf}: it cannot be done yet`,
        )
    })
  }
  const contract = project.done.find((d) => d.matter === 'P10')
  const landDay = project.land?.day
  if (contract && landDay && landDay < contract.on && project.land?.basis !== 'transaction') {
    fault(
      ['land', 'day'],
      `拿地日 ${landDay} 早于出让合同日 ${contract.on}；请核对口径（land.basis）与日期`,
      `the land day ${landDay} is before the contract of ${contract.on}; check its basis (land.basis) and the dates`,
    )
  }
}
