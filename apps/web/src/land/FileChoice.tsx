import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useId } from 'react'
import { materials } from '../files/queries.ts'
import { useText } from '../text/useText.ts'

type Props = {
  readonly projectId: string
  readonly label: string
  readonly value: string | undefined
  readonly onChange: (id: string) => void
}

/** Chooses a file of the project's materials: its latest version is what counts. */
export function FileChoice({ projectId, label, value, onChange }: Props) {
  const t = useText()
  const id = useId()
  const { data } = useQuery(materials(projectId))
  return (
    <div className="fact">
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        style={{ width: '100%' }}
        value={value ?? null}
        onChange={onChange}
        placeholder={t('land.chooseFile')}
        notFoundContent={t('land.noFile')}
        options={(data?.items ?? []).map((m) => ({
          value: m.id,
          label: `${m.latest.name} · ${m.latest.sha256.slice(0, 8)}`,
        }))}
      />
    </div>
  )
}
