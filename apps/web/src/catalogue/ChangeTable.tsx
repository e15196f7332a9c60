import type { Text } from '@kaigong/contract'
import { Table } from 'antd'
import { scrolling } from '../shell/scrolling.tsx'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'

type Change = { readonly what: Text; readonly before: Text | null; readonly after: Text | null }

/** What differs, one line a thing: what it was, what it is. */
export function ChangeTable({ changes }: { readonly changes: readonly Change[] }) {
  const t = useText()
  const pick = usePick()
  return (
    <Table
      size="small"
      rowKey={({ what, before, after }) => [what.zh, before?.zh, after?.zh].join(' ')}
      components={scrolling}
      scroll={{ x: 560 }}
      pagination={{ pageSize: 50, hideOnSinglePage: true }}
      dataSource={changes}
      columns={[
        { title: t('catalogue.what'), render: (_, { what }) => pick(what) },
        {
          title: t('catalogue.was'),
          width: '28%',
          render: (_, { before }) => (before ? <del>{pick(before)}</del> : '—'),
        },
        { title: t('catalogue.is'), width: '28%', render: (_, { after }) => (after ? <ins>{pick(after)}</ins> : '—') },
      ]}
    />
  )
}
