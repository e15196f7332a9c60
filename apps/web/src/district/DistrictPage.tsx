import type { contracts, OutOf } from '@kaigong/contract'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { EmptyState } from '../shell/EmptyState.tsx'
import { useMe } from '../shell/me.ts'
import { PageTabs } from '../shell/PageTabs.tsx'
import { PageTitle } from '../shell/PageTitle.tsx'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import './district.css'
import { settings } from './queries.ts'
import { SettingsEditor } from './SettingsEditor.tsx'
import { SettingsHistory } from './SettingsHistory.tsx'
import { type SettingNames, SettingsSheet } from './SettingsSheet.tsx'

type Settings = OutOf<typeof contracts.editions.settings>

/** What the district sets for itself: read as tables, changed as text by way of a proposal, with its history. */
export function DistrictPage() {
  const t = useText()
  const pick = usePick()
  const navigate = useNavigate()
  const search = useSearch({ from: '/district' })
  const { data } = useSuspenseQuery(settings)
  const names = [...data.files.map(({ file }) => String(file)), 'history']
  const open = names.find((name) => name === search.file) ?? names[0] ?? 'history'
  return (
    <>
      <PageTitle title={`${t('district.title')} · ${pick(data.district.name)}`}>
        <Link to="/catalogue/editions" search={{ edition: data.edition }}>
          {t('district.rests', { edition: data.edition.slice(0, 8) })}
        </Link>
      </PageTitle>
      {data.files.length === 0 && (
        <EmptyState title={t('district.nothing')} hint={t('district.nothingHint')}>
          <Link to="/catalogue/editions">{t('district.editions')}</Link>
        </EmptyState>
      )}
      <PageTabs
        name={t('district.title')}
        side
        active={open}
        onOpen={(file) => navigate({ to: '/district', search: { file } })}
        tabs={[
          ...data.files.map((file) => ({
            key: String(file.file),
            label: pick(file.name),
            body: () => <SettingsTab file={file} names={data} />,
          })),
          { key: 'history', label: t('district.history'), body: () => <SettingsHistory history={data.history} /> },
        ]}
      />
    </>
  )
}

type TabProps = { readonly file: Settings['files'][number]; readonly names: SettingNames }

function SettingsTab({ file, names }: TabProps) {
  const t = useText()
  const { may } = useMe()
  const [editing, setEditing] = useState(false)
  const [proposed, setProposed] = useState<string | null>(null)
  const onProposed = (edition: string) => {
    setProposed(edition)
    setEditing(false)
  }
  return (
    <div className="settings">
      {proposed !== null && (
        <Alert
          type="success"
          showIcon
          role="status"
          title={t('district.proposed')}
          action={
            <Link to="/catalogue/editions" search={{ edition: proposed }}>
              {t('district.openProposal')}
            </Link>
          }
        />
      )}
      {editing ? (
        <SettingsEditor file={file} onProposed={onProposed} onClose={() => setEditing(false)} />
      ) : (
        <>
          {may['district.write'] && (
            <div>
              <Button onClick={() => setEditing(true)}>{t('district.edit')}</Button>
            </div>
          )}
          <SettingsSheet value={file.value} names={names} />
        </>
      )}
    </div>
  )
}
