import { useEffect, useState } from 'react'

/** `j` and `k` go down and up, Enter opens, `x` chooses; not while somebody writes. Returns the id of the row that is meant. */
export function useRowKeys<T extends { readonly id: string }>(
  rows: readonly T[],
  { open, toggle }: { readonly open: (row: T) => void; readonly toggle: (row: T) => void },
): string | undefined {
  const [at, moveTo] = useState(-1)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement
      if (
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        /^(INPUT|TEXTAREA|SELECT|BUTTON|A)$/.test(target.tagName) ||
        target.isContentEditable
      )
        return
      const row = rows[at]
      if (event.key === 'j') moveTo(Math.min(rows.length - 1, at + 1))
      else if (event.key === 'k') moveTo(Math.max(0, at - 1))
      else if (event.key === 'Enter' && row) open(row)
      else if (event.key === 'x' && row) toggle(row)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [rows, at, open, toggle])
  return rows[at]?.id
}
