import type { Catalogue } from './catalogue.ts'
import type { Matter } from './matter.ts'
import type { Path } from './place.ts'
import type { Project } from './project.ts'
import type { Text } from './source.ts'
import { unknownId } from './unknownId.ts'

/** Tells what is wrong at a place of the project's file. */
export type Tell = (path: Path, zh: string, en: string) => void

/** Everything in a project that points at the catalogue, at its district or at another part of the project. */
export function checkProjectReferences(project: Project, catalogue: Catalogue, tell: Tell) {
  const matters = new Map(catalogue.matters.map((m) => [m.id, m]))
  const oneOf = (path: Path, what: Text, id: string | undefined, ids: readonly string[]) => {
    if (id === undefined || ids.includes(id)) return
    tell(
      path,
      `${what.zh}“${id}”不存在；可用：${ids.join('、') || '（无）'}`,
      `${what.en} "${id}" does not exist; accepted: ${ids.join(', ') || '(none)'}`,
    )
  }
  const matterAt = (path: Path, id: string): Matter | undefined => {
    const matter = matters.get(id)
    if (matter) return matter
    const { zh, en } = unknownId('matter', id, [...matters.keys()])
    tell(path, zh, en)
    return undefined
  }
  const districts = catalogue.districts.map((d) => d.code)
  oneOf(['district'], { zh: '区划', en: 'district' }, project.district, districts)
  const parcels = project.parcels.map((p) => p.id)
  const phases = project.phases.map((p) => p.id)
  project.phases.forEach((phase, i) => {
    phase.parcels?.forEach((id, j) => oneOf(['phases', i, 'parcels', j], { zh: '地块', en: 'parcel' }, id, parcels))
  })
  project.unitWorks.forEach((u, i) => oneOf(['unitWorks', i, 'phase'], { zh: '分期', en: 'phase' }, u.phase, phases))
  checkTwice(project, tell)
  for (const key of ['done', 'ready'] as const) {
    project[key].forEach(({ matter, scope }, i) => {
      const found = matterAt([key, i, 'matter'], matter)
      if (found) oneOf([key, i, 'scope'], scopeOf(found), scope, placesOf(project, found.per))
    })
  }
  project.ready.forEach((r, i) => {
    const materials = matters.get(r.matter)?.materials.map((m) => m.id) ?? []
    if (matters.has(r.matter)) oneOf(['ready', i, 'material'], { zh: '材料', en: 'material' }, r.material, materials)
  })
  for (const [id, track] of Object.entries(project.tracks)) {
    const matter = matterAt(['tracks', id], id)
    const lawful = ['standard', ...Object.keys(matter?.tracks ?? {}), 'best']
    if (!matter || lawful.includes(track)) continue
    tell(
      ['tracks', id],
      `事项 ${id} 不能用“${track}”办理；可用：${lawful.join('、')}`,
      `matter ${id} cannot take the track "${track}"; accepted: ${lawful.join(', ')}`,
    )
  }
  const district = catalogue.districts.find((d) => d.code === project.district)
  if (!district) return
  const assessments = district.regionalAssessments.map((a) => a.id)
  project.assessments.forEach((id, i) =>
    oneOf(['assessments', i], { zh: '区域评估', en: 'regional assessment' }, id, assessments),
  )
}

const scopeOf = ({ id }: Matter): Text => ({ zh: `${id} 的范围`, en: `the scope of ${id}` })

/** Where a matter can occur, by the names that the file gives. */
function placesOf(project: Project, per: Matter['per']): readonly string[] {
  const list = { project: [], phase: project.phases, parcel: project.parcels, unitWorks: project.unitWorks }[per]
  // Without unit works the works of a phase are one unit.
  const places = per === 'unitWorks' && list.length === 0 ? project.phases : list
  return places.map((p) => p.id).filter((id) => id !== '')
}

/** Ids and happenings that stand twice. */
function checkTwice(project: Project, tell: Tell) {
  const seen = new Set<string>()
  for (const key of ['parcels', 'phases', 'unitWorks'] as const) {
    for (const [i, { id }] of project[key].entries()) {
      if (id !== '' && seen.has(id))
        tell(
          [key, i, 'id'],
          `编号“${id}”用了两次；分期、地块、单体的编号不能重复`,
          `id "${id}" stands twice; phases, parcels and unit works need ids of their own`,
        )
      seen.add(id)
    }
  }
  project.done.forEach((d, i) => {
    const at = project.done.findIndex((o) => o.matter === d.matter && o.scope === d.scope)
    if (at !== i) tell(['done', i], `${d.matter} 已办成写了两次`, `${d.matter} is stated as done twice`)
  })
}
