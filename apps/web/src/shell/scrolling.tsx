import type { TableHTMLAttributes } from 'react'

function FocusableTable(props: TableHTMLAttributes<HTMLTableElement>) {
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable for who has no mouse (WCAG 2.1.1).
  return <table {...props} tabIndex={0} />
}

/** `components` of a table that may be wider than its place: it takes the focus, and the arrow keys move it. */
export const scrolling = { table: FocusableTable }
