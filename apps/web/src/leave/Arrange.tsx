import { type AgencyId, contracts, type PersonId } from '@kaigong/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { DatePicker, Modal, Select } from 'antd'
import dayjs from 'dayjs'
import { useId, useState } from 'react'
import { asking } from '../api/asking.ts'
import { colleagues } from '../cases/queries.ts'
import { useMe } from '../shell/me.ts'
import { ProblemView } from '../shell/ProblemView.tsx'
import { useText } from '../text/useText.ts'
import { standIns } from './queries.ts'

/** The head of an agency says who stands in for whom, from when until when. */
export function Arrange({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const id = useId()
  const client = useQueryClient()
  const { today, agency } = useMe()
  const { data: people } = useQuery(colleagues((agency?.id ?? '') as AgencyId))
  const [who, setWho] = useState<{ readonly absent?: PersonId; readonly deputy?: PersonId }>({})
  const [days, setDays] = useState({ fromOn: today, untilOn: dayjs(today).add(7, 'day').format('YYYY-MM-DD') })
  const arranging = useMutation({
    mutationFn: ({ absent, deputy }: { readonly absent: PersonId; readonly deputy: PersonId }) =>
      asking(contracts.leave.arrange, { body: { absent, deputy, ...days } }),
    onSuccess: () => {
      client.invalidateQueries({ queryKey: standIns.queryKey })
      onClose()
    },
  })
  const { absent, deputy } = who
  return (
    <Modal
      open
      title={t('leave.arrange')}
      okText={t('leave.arrange')}
      cancelText={t('cases.cancel')}
      okButtonProps={{ disabled: !absent || !deputy }}
      confirmLoading={arranging.isPending}
      onOk={() => absent && deputy && arranging.mutate({ absent, deputy })}
      onCancel={onClose}
    >
      {(['absent', 'deputy'] as const).map((name) => (
        <div key={name} className="fact">
          <label htmlFor={`${id}-${name}`}>{t(`leave.${name}`)}</label>
          <Select<PersonId>
            id={`${id}-${name}`}
            style={{ width: '100%' }}
            showSearch={{ optionFilterProp: 'label' }}
            value={who[name] ?? null}
            onChange={(person) => setWho((before) => ({ ...before, [name]: person }))}
            options={(people ?? []).map((person) => ({ value: person.id, label: person.name }))}
          />
        </div>
      ))}
      {(['fromOn', 'untilOn'] as const).map((name) => (
        <div key={name} className="fact">
          <label htmlFor={`${id}-${name}`}>{t(`leave.${name}`)}</label>
          <DatePicker
            id={`${id}-${name}`}
            style={{ width: '100%' }}
            allowClear={false}
            value={dayjs(days[name])}
            onChange={(day) => day && setDays((before) => ({ ...before, [name]: day.format('YYYY-MM-DD') }))}
          />
        </div>
      ))}
      {arranging.error && <ProblemView error={arranging.error} />}
    </Modal>
  )
}
