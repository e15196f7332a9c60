import { type Ref, type UIEvent, useRef } from 'react'
import type { LineFault } from './lineFaults.ts'
import './linedText.css'

type Props = {
  readonly id: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly faults: readonly LineFault[]
  readonly rows?: number
}

/** A text written by hand with the numbers of its lines; below it what is wrong, each fault a way to its line. */
export function LinedText({ id, value, onChange, faults, rows = 18 }: Props) {
  const area = useRef<HTMLTextAreaElement>(null)
  const gutter = useRef<HTMLDivElement>(null)
  const faulty = new Set(faults.map(({ line }) => line))
  const follow = (event: UIEvent<HTMLTextAreaElement>) => {
    if (gutter.current) gutter.current.scrollTop = event.currentTarget.scrollTop
  }
  return (
    <div>
      <div className="lined-text">
        <Gutter ref={gutter} lines={value.split('\n').length} faulty={faulty} />
        <textarea
          ref={area}
          id={id}
          rows={rows}
          value={value}
          wrap="off"
          spellCheck={false}
          autoCapitalize="off"
          aria-invalid={faults.length > 0}
          aria-describedby={`${id}-faults`}
          onScroll={follow}
          onChange={(e) => onChange(e.target.value)}
        />
      </div>
      <ul id={`${id}-faults`} className="lined-faults" role="alert">
        {faults.map(({ line, says }) => (
          <li key={`${line} ${says}`}>
            {line !== null && (
              <button type="button" onClick={() => goTo(area.current, line)}>
                {line}
              </button>
            )}{' '}
            {says}
          </li>
        ))}
      </ul>
    </div>
  )
}

type GutterProps = {
  readonly ref: Ref<HTMLDivElement>
  readonly lines: number
  readonly faulty: ReadonlySet<number | null>
}

function Gutter({ ref, lines, faulty }: GutterProps) {
  return (
    <div ref={ref} className="lined-gutter" aria-hidden="true">
      {Array.from({ length: lines }, (_, i) => i + 1).map((line) => (
        <div key={line} className={faulty.has(line) ? 'lined-fault' : undefined}>
          {faulty.has(line) ? `✕ ${line}` : line}
        </div>
      ))}
    </div>
  )
}

/** Chooses the whole line, which also brings it into view. */
function goTo(area: HTMLTextAreaElement | null, line: number): void {
  if (!area) return
  const lines = area.value.split('\n')
  const from = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0)
  area.focus()
  area.setSelectionRange(from, from + (lines[line - 1]?.length ?? 0))
  area.scrollTop = ((line - 1) * area.scrollHeight) / lines.length - area.clientHeight / 2
}
