import { Grid, Select, Tabs } from 'antd'
import { Fragment, type ReactNode } from 'react'

type PageTab = { readonly key: string; readonly label: string; readonly body: () => ReactNode }
type Props = {
  /** What the choice is about, for who hears it. */
  readonly name: string
  readonly tabs: readonly PageTab[]
  readonly active: string
  readonly onOpen: (key: string) => void
  /** At the side where there are more than fit into a line. */
  readonly side?: boolean
}

/**
 * The parts of a page as tabs. They do not fit a phone: there a list of them does, and its options have names that a reader hears. Tabs that do
 * not fit would hide behind a button that is no tab, which confuses who hears the page.
 */
export function PageTabs({ name, tabs, active, onOpen, side = false }: Props) {
  const wide = Grid.useBreakpoint().md ?? true
  if (wide) {
    return (
      <Tabs
        activeKey={active}
        destroyOnHidden
        onChange={onOpen}
        tabPlacement={side ? 'start' : 'top'}
        items={tabs.map(({ key, label, body }) => ({ key, label, children: body() }))}
      />
    )
  }
  return (
    <>
      <Select
        aria-label={name}
        style={{ width: '100%', marginBottom: 12 }}
        value={active}
        onChange={onOpen}
        options={tabs.map(({ key, label }) => ({ value: key, label }))}
      />
      <Fragment key={active}>{tabs.find(({ key }) => key === active)?.body()}</Fragment>
    </>
  )
}
