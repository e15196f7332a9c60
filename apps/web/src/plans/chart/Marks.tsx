import type { Bar as BarData } from './rows.ts'

type BarProps = {
  readonly bar: BarData
  readonly left: number
  readonly width: number
  /** The owner in one word, written on the bar where it has room. */
  readonly owner: string
}

/** Whose time a bar is shows by its pattern and, where there is room, its word; a heavy outline makes it critical. */
export function Bar({ bar, left, width, owner }: BarProps) {
  const marks = [bar.critical && 'critical', bar.done && 'done', bar.provisional && 'provisional'].filter(Boolean)
  return (
    <span
      className={`bar bar-${bar.owner} ${marks.map((m) => `bar-${m}`).join(' ')}`}
      style={{ left, width: Math.max(3, width) }}
    >
      {width > 12 * owner.length + 10 && <span className="bar-word">{owner}</span>}
    </span>
  )
}

/** A certificate on the day of its issue. */
export const Diamond = ({ left, kind }: { readonly left: number; readonly kind: string }) => (
  <span className={`diamond diamond-${kind}`} style={{ left }} />
)
