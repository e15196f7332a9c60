import type { Catalogue } from './catalogue.ts'
import { checkOwnOrder } from './checkOwnOrder.ts'
import { checkPromises } from './checkPromises.ts'
import { checkToleranceList } from './checkToleranceList.ts'
import type { District } from './district.ts'
import type { Desk } from './districtDesk.ts'
import type { Say } from './say.ts'
import { checkId } from './unknownId.ts'

/** The file of a district's folder in which a key stands. */
export type FileOfKey = (key: keyof District) => string

/** What a district says of itself: that it points at agencies and matters that exist and contradicts neither itself nor the law. */
export function checkDistrict(catalogue: Catalogue, district: District, fileOf: FileOfKey, say: Say) {
  const desk: Desk = {
    catalogue,
    district,
    tell: ([key, ...rest], zh, en) => say(fileOf(key), [key, ...rest], zh, en),
    leads: ([key, ...rest], kind, id, known) => checkId(say, fileOf(key), [key, ...rest], kind, id, known),
  }
  checkAgencies(desk)
  checkPromises(desk)
  checkToleranceList(desk)
  checkAssessments(desk)
  checkOwnOrder(desk)
}

function checkAgencies({ catalogue, district, tell, leads }: Desk) {
  const agencies = district.agencies.map((a) => a.id)
  const authorities = catalogue.authorities.map((a) => a.id)
  const matters = catalogue.matters.map((m) => m.id)
  for (const [authority, agency] of Object.entries(district.authorities)) {
    leads(['authorities', authority], 'authority', authority, authorities)
    leads(['authorities', authority], 'agency', agency, agencies)
  }
  const used = new Set(
    catalogue.matters.flatMap((m) => [m.authority, ...(m.variants ?? []).flatMap((v) => v.authority ?? [])]),
  )
  for (const authority of used) {
    if (!Object.hasOwn(district.authorities, authority))
      tell(
        ['authorities'],
        `主管“${authority}”没有对应的本区部门`,
        `authority "${authority}" has no agency in this district`,
      )
  }
  district.handlers.forEach((h, i) => {
    leads(['handlers', i, 'matter'], 'matter', h.matter, matters)
    leads(['handlers', i, 'agency'], 'agency', h.agency, agencies)
    if (district.handlers.findIndex((o) => o.matter === h.matter) !== i)
      tell(['handlers', i], `${h.matter} 的承办部门写了两次`, `the handler of ${h.matter} stands twice`)
  })
  district.capacities.forEach((c, i) => {
    leads(['capacities', i, 'agency'], 'agency', c.agency, agencies)
    if (district.capacities.findIndex((o) => o.agency === c.agency && o.from === c.from) !== i)
      tell(['capacities', i], `${c.agency} 同一日起有两个审查能力`, `${c.agency} has two capacities from the same day`)
  })
}

function checkAssessments({ catalogue, district, tell, leads }: Desk) {
  const types = catalogue.assessments.map((t) => t.id)
  district.regionalAssessments.forEach((a, i) => {
    leads(['regionalAssessments', i, 'type'], 'assessmentType', a.type, types)
    if (a.validFrom > a.validTo)
      tell(['regionalAssessments', i, 'validTo'], `${a.id} 的有效期首尾颠倒`, `${a.id} ends before it begins`)
  })
}
