import type { Occurrence, Reading } from './reading.ts'

/** Materials that may follow until the decision under tolerance: the catalogue's list, what the district adds, without what it takes away. */
export function deferrable(
  { district }: Pick<Reading, 'district'>,
  { matter }: Pick<Occurrence, 'matter'>,
): readonly string[] {
  const { deferrable: added, notDeferrable: taken } = district.tolerance
  const here = (list: typeof added) => list.filter((m) => m.matter === matter.id).map((m) => m.material)
  const listed = matter.materials.filter((m) => m.necessity === 'deferrable').map((m) => m.id)
  return [...listed, ...here(added)].filter((id) => !here(taken).includes(id))
}
