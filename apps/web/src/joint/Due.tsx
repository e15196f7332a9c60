import { useText } from '../text/useText.ts'

type Props = {
  readonly time: { readonly dueOn: string | null; readonly left: number | null; readonly isLate: boolean }
}

/** So few days left are soon; a design value, as for cases. */
const SOON = 3

/** A deadline in words, coloured besides. */
export function Due({ time: { dueOn, left, isLate } }: Props) {
  const t = useText()
  if (dueOn === null) return null
  if (left === null) return <span className="case-time">{dueOn}</span>
  const words = isLate
    ? t('joint.late', { day: dueOn, n: Math.abs(left) })
    : left === 0
      ? t('joint.today')
      : t('joint.left', { day: dueOn, n: left })
  return <span className={`case-time case-time-${isLate ? 'late' : left <= SOON ? 'soon' : 'calm'}`}>{words}</span>
}
