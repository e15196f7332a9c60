import { type ReactNode, useEffect } from 'react'
import { useText } from '../text/useText.ts'

type Props = {
  readonly title: string
  /** Buttons that belong to the whole page, at its right. */
  readonly children?: ReactNode
}

/** The heading of a page; it names the window too. */
export function PageTitle({ title, children }: Props) {
  const t = useText()
  const product = t('shell.product')
  useEffect(() => {
    document.title = `${title} · ${product}`
  }, [title, product])
  return (
    <div className="page-title">
      <h1>{title}</h1>
      {children}
    </div>
  )
}
