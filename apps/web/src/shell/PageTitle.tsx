import { Flex, Typography } from 'antd'
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
    <Flex wrap gap="8px 16px" align="center" justify="space-between" className="page-title">
      <Typography.Title level={1}>{title}</Typography.Title>
      {children}
    </Flex>
  )
}
