import type { Catalogue } from './catalogue.ts'
import type { Tell } from './checkProjectReferences.ts'
import type { Path } from './place.ts'
import type { Project } from './project.ts'

/** Dates that no calendar reaches, and dates that contradict one another. */
export function checkProjectDates(project: Project, catalogue: Catalogue, tell: Tell) {
  const first = Math.min(...catalogue.calendars.map((c) => c.year))
  const inTime = (path: Path, date: string | undefined) => {
    if (date !== undefined && Number(date.slice(0, 4)) < first)
      tell(path, `日期 ${date} 早于第一份工作日历（${first} 年）`, `${date} is before the first calendar (${first})`)
  }
  inTime(['asOf'], project.asOf)
  inTime(['startBy'], project.startBy)
  inTime(['land', 'day'], project.land?.day)
  project.done.forEach((d, i) => inTime(['done', i, 'on'], d.on))
  project.ready.forEach((r, i) => inTime(['ready', i, 'on'], r.on))
  project.phases.forEach((p, i) => inTime(['phases', i, 'notBefore'], p.notBefore))
  const { asOf, land } = project
  project.done.forEach((d, i) => {
    if (asOf !== undefined && d.on > asOf)
      tell(
        ['done', i, 'on'],
        `${d.matter} 的办成日 ${d.on} 晚于计划基准日 ${asOf}，还不能算已办成`,
        `${d.matter} is dated ${d.on}, after the as-of day ${asOf}: it cannot be done yet`,
      )
  })
  // Parcels may be won one after another: the land day is that of the first. The contract issues after the deal, before handover and title.
  const [contract] = project.done
    .filter((d) => d.matter === 'P10')
    .map((d) => d.on)
    .sort()
  if (contract !== undefined && land?.day !== undefined && land.day < contract && land.basis !== 'transaction') {
    tell(
      ['land', 'day'],
      `拿地日 ${land.day} 早于出让合同日 ${contract}；请核对口径（land.basis）与日期`,
      `the land day ${land.day} is before the contract of ${contract}; check its basis (land.basis) and the dates`,
    )
  }
}
