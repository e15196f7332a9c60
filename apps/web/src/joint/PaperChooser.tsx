import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { materials } from '../files/queries.ts'
import { useText } from '../text/useText.ts'

/** A version of a material, `materialId no`. */
export type Chosen = string | undefined

export const paperOf = (chosen: string) => {
  const [materialId = '', no = ''] = chosen.split(' ')
  return { materialId, no: Number(no) }
}

type Props = {
  readonly projectId: string
  readonly id: string
  readonly value: Chosen
  readonly onChange: (chosen: Chosen) => void
}

/** Chooses among what the project has; the latest version of each. */
export function PaperChooser({ projectId, id, value, onChange }: Props) {
  const t = useText()
  const { data, isPending } = useQuery(materials(projectId))
  return (
    <Select
      id={id}
      style={{ width: '100%' }}
      loading={isPending}
      showSearch={{ optionFilterProp: 'label' }}
      notFoundContent={t('joint.noDrawings')}
      value={value}
      onChange={onChange}
      options={(data?.items ?? []).map((m) => ({
        value: `${m.id} ${m.latest.no}`,
        label: `${m.latest.name} (v${m.latest.no})`,
      }))}
    />
  )
}
