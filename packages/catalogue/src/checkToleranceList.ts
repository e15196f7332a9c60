import type { Desk } from './districtDesk.ts'

/** Materials that may follow here: known ones, not both ways, and never what the law makes a condition of issue. */
export function checkToleranceList({ catalogue, district, tell, leads }: Desk) {
  const { deferrable, notDeferrable } = district.tolerance
  const ids = catalogue.matters.map((m) => m.id)
  const check = (key: 'deferrable' | 'notDeferrable') =>
    district.tolerance[key].forEach((d, i) => {
      const matter = catalogue.matters.find((m) => m.id === d.matter)
      leads(['tolerance', key, i, 'matter'], 'matter', d.matter, ids)
      if (matter) {
        const materials = matter.materials.map((m) => m.id)
        leads(['tolerance', key, i, 'material'], 'material', d.material, materials)
      }
    })
  check('deferrable')
  check('notDeferrable')
  deferrable.forEach((d, i) => {
    const material = catalogue.matters.find((m) => m.id === d.matter)?.materials.find((m) => m.id === d.material)
    const never = catalogue.tolerance.neverDeferrable.find(
      (n) => n.issuedBy === material?.issuedBy && n.for.includes(d.matter),
    )
    if (never)
      tell(
        ['tolerance', 'deferrable', i],
        `${d.material} 不可容缺：${never.says.zh}`,
        `${d.material} can never be deferred: ${never.says.en}`,
      )
  })
  notDeferrable.forEach((n, i) => {
    if (deferrable.some((d) => d.matter === n.matter && d.material === n.material))
      tell(
        ['tolerance', 'notDeferrable', i],
        `${n.material} 同时列为可容缺与不可容缺`,
        `${n.material} is listed both as deferrable and not`,
      )
  })
}
