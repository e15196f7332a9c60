import type { District } from './district.ts'
import type { Matter } from './matter.ts'

/** Materials that may follow until the decision (容缺件): the national list, more or fewer of the district's. */
export function deferrable(
  { tolerance }: Pick<District, 'tolerance'>,
  { id, materials }: Pick<Matter, 'id' | 'materials'>,
): readonly string[] {
  const own = (list: typeof tolerance.deferrable) => list.filter((d) => d.matter === id).map((d) => d.material)
  const listed = materials.filter((m) => m.necessity === 'deferrable').map((m) => m.id)
  const fewer = own(tolerance.notDeferrable)
  return [...new Set([...listed, ...own(tolerance.deferrable)])].filter((material) => !fewer.includes(material))
}
