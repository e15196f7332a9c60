import type { ReactNode } from 'react'

type Props = {
  /** What is not there. */
  readonly title: string
  /** What to do about it. */
  readonly hint?: string
  /** Buttons that do it. */
  readonly children?: ReactNode
}

/** Nothing to show: says what is missing and what to do, never a blank place. */
export function EmptyState({ title, hint, children }: Props) {
  return (
    <div className="empty-state">
      <svg viewBox="0 0 96 64" width="96" height="64" aria-hidden="true">
        <path d="M4 56h88M16 56V30l16-10v36M32 56V26h24v30M56 56V14l24 12v30" />
        <path d="M22 36h4M22 44h4M40 34h8M40 44h8M64 30h8M64 40h8" />
      </svg>
      <p className="empty-state-title">{title}</p>
      {hint && <p>{hint}</p>}
      {children && <div className="empty-state-actions">{children}</div>}
    </div>
  )
}
