import type { contracts, OutOf } from '@kaigong/contract'
import { Link } from '@tanstack/react-router'
import { Table } from 'antd'
import { scrolling } from '../shell/scrolling.tsx'
import { beijingTime } from '../text/time.ts'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'

type History = OutOf<typeof contracts.editions.settings>['history']

/** Which settings were changed when, by whom and why: the proposals that were adopted. */
export function SettingsHistory({ history }: { readonly history: History }) {
  const t = useText()
  const pick = usePick()
  if (history.length === 0) return <p className="settings-soft">{t('district.noHistory')}</p>
  return (
    <Table
      size="small"
      rowKey={({ at, edition }) => `${at} ${edition}`}
      components={scrolling}
      scroll={{ x: 680 }}
      pagination={{ pageSize: 20, hideOnSinglePage: true }}
      dataSource={history}
      columns={[
        { title: t('district.at'), width: 150, render: (_, { at }) => beijingTime(at) },
        { title: t('district.by'), width: 120, render: (_, { by }) => by ?? t('district.bySystem') },
        {
          title: t('district.what'),
          render: (_, { changes, edition }) => (
            <Link to="/catalogue/editions" search={{ edition }}>
              {changes.map(({ what }) => pick(what)).join('；')}
            </Link>
          ),
        },
        { title: t('district.file'), dataIndex: 'file' },
      ]}
    />
  )
}
