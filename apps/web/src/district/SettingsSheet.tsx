import type { contracts, OutOf } from '@kaigong/contract'
import { Link } from '@tanstack/react-router'
import { Descriptions, Table } from 'antd'
import { Confidence } from '../plans/Confidence.tsx'
import { scrolling } from '../shell/scrolling.tsx'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { type Cell, type Sheet, sheetOf } from './settingsTable.ts'
import { wordOf } from './words.ts'

type Settings = OutOf<typeof contracts.editions.settings>
/** What the ids in the files are called. */
export type SettingNames = Pick<Settings, 'agencies' | 'matters'>
type Props = { readonly value: unknown; readonly names: SettingNames }

/** A settings file as somebody reads it who has never seen YAML. */
export function SettingsSheet({ value, names }: Props) {
  const t = useText()
  const { tables, facts } = sheetOf(value)
  const label = (path: readonly string[]) => path.map((part) => wordOf(part, t)).join(' · ')
  return (
    <>
      {facts.length > 0 && (
        <Descriptions
          bordered
          size="small"
          column={{ xs: 1, md: 2 }}
          items={facts.map(({ path, cell }) => ({
            key: path.join('.'),
            label: label(path),
            children: <Shown cell={cell} names={names} />,
          }))}
        />
      )}
      {tables.map((table) => (
        <section key={table.path.join('.')} className="settings-table">
          {(tables.length > 1 || facts.length > 0) && <h3>{label(table.path)}</h3>}
          <Rows table={table} names={names} />
        </section>
      ))}
    </>
  )
}

type RowsProps = { readonly table: Sheet['tables'][number]; readonly names: SettingNames }

function Rows({ table: { columns, rows }, names }: RowsProps) {
  const t = useText()
  if (rows.length === 0) return <p className="settings-soft">{t('district.empty')}</p>
  return (
    <Table
      size="small"
      rowKey="key"
      pagination={false}
      components={scrolling}
      scroll={{ x: Math.max(480, columns.length * 150) }}
      dataSource={rows.map((cells, i) => ({ key: i, cells }))}
      columns={columns.map((column) => ({
        key: column,
        title: wordOf(column, t),
        render: (_: unknown, { cells }: { readonly cells: (typeof rows)[number] }) => {
          const cell = cells[column]
          return cell ? <Shown cell={cell} names={names} /> : '—'
        },
      }))}
    />
  )
}

const appliedUnits = ['hour', 'workday', 'day', 'month', 'year'] as const

function Shown({ cell, names }: { readonly cell: Cell; readonly names: SettingNames }) {
  const t = useText()
  const pick = usePick()
  switch (cell.kind) {
    case 'words':
      return pick(cell.words)
    case 'plain':
      return cell.text
    case 'flag':
      return t(cell.on ? 'district.yes' : 'district.no')
    case 'limit': {
      const unit = appliedUnits.find((one) => one === cell.unitApplied)
      return (
        <span className="whole">
          {unit ? t(`plans.unit.${unit}`, { n: cell.value }) : `${cell.value} ${cell.unitAsWritten}`}
        </span>
      )
    }
    case 'mark':
      return <Confidence mark={cell.mark} />
    case 'matter': {
      const matter = names.matters.find(({ id }) => id === cell.id)
      return (
        <Link to="/catalogue/$matterId" params={{ matterId: cell.id }}>
          {[cell.id, matter && pick(matter.name)].filter(Boolean).join(' ')}
        </Link>
      )
    }
    case 'variant': {
      const of = names.matters.find(({ id }) => id === cell.matter)
      const variant = of?.variants.find(({ id }) => id === cell.id)
      return variant ? pick(variant.name) : cell.id
    }
    case 'agency': {
      const agency = names.agencies.find(({ id }) => id === cell.id)
      return agency ? pick(agency.name) : cell.id
    }
  }
}
