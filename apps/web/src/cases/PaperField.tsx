import type { CaseAttachment, PermittedAct } from '@kaigong/contract'
import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useId } from 'react'
import { materials } from '../files/queries.ts'
import { UploadButton } from '../files/UploadButton.tsx'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { capital } from './capital.ts'
import '../files/files.css'

type Props = {
  readonly projectId: string
  readonly paper: Pick<PermittedAct['attach'][number], 'kind' | 'name'>
  /** The file lies in another system: a name or number will do. */
  readonly mirrored: boolean
  readonly value: CaseAttachment | undefined
  readonly onChange: (value: CaseAttachment | undefined) => void
}

/** A paper of an act: chosen among the materials of the project, or sent there and then. */
export function PaperField({ projectId, paper: { kind, name }, mirrored, value, onChange }: Props) {
  const t = useText()
  const pick = usePick()
  const id = useId()
  const { data, isPending } = useQuery(materials(projectId))
  const called = capital(pick(name))
  const choose = (materialId: string | undefined, no?: number) =>
    onChange(materialId === undefined || no === undefined ? undefined : { kind, file: { materialId, no } })
  return (
    <div className="fact">
      <label htmlFor={id}>{called}</label>
      <Select<string>
        id={id}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        style={{ width: '100%' }}
        placeholder={t('cases.paper.choose')}
        loading={isPending}
        value={value?.file?.materialId ?? null}
        options={(data?.items ?? []).map(({ id: value, latest }) => ({
          value,
          label: t('cases.paper.version', { name: latest.name, no: latest.no }),
        }))}
        onChange={(materialId) => choose(materialId, data?.items.find((m) => m.id === materialId)?.latest.no)}
      />
      {data?.mayWrite && (
        <UploadButton
          target={{ projectId, uses: [], materialId: null }}
          label={t('files.upload')}
          says={t('files.uploadFor', { name: called })}
          onTaken={(material) => choose(material.id, material.latest.no)}
        />
      )}
      {mirrored && (
        <Input
          aria-label={t('cases.paper.named', { paper: called })}
          placeholder={t('cases.paper.orName')}
          maxLength={200}
          disabled={value?.file !== undefined}
          value={value?.reference ?? ''}
          onChange={({ target }) => onChange(target.value === '' ? undefined : { kind, reference: target.value })}
        />
      )}
    </div>
  )
}
