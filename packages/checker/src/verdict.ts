import type { Standing } from './reading.ts'

/** `applies` or `assumed`, as a plan must call it; undefined where the matter does not apply, whatever is unknown taken as usual. */
export function verdictOf({
  known,
  usual,
  matter,
}: Pick<Standing, 'known' | 'usual' | 'matter'>): 'applies' | 'assumed' | undefined {
  const { verdict } = known.matter(matter.id)
  if (verdict !== 'undetermined') return verdict === 'applies' ? 'applies' : undefined
  return usual.matter(matter.id).verdict === 'doesNotApply' ? undefined : 'assumed'
}
