import { type CompanyId, contracts } from '@kaigong/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Flex, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { asking } from '../../api/asking.ts'
import { ProblemView } from '../../shell/ProblemView.tsx'
import { useText } from '../../text/useText.ts'
import { companies } from '../queries.ts'

type Props = {
  readonly id: string
  readonly value: CompanyId | null
  readonly name: string | null
  readonly onChange: (id: CompanyId | null) => void
}

/** Chooses a company by name or code, or registers one that is new. */
export function CompanyChooser({ id, value, name, onChange }: Props) {
  const t = useText()
  const [q, setQ] = useState('')
  const [adding, setAdding] = useState(false)
  const { data } = useQuery(companies(q))
  const found = data?.items ?? []
  const options = [
    ...(value && !found.some((c) => c.id === value) ? [{ value, label: name ?? value }] : []),
    ...found.map((c) => ({ value: c.id, label: `${c.name} ${c.creditCode}` })),
  ]
  return (
    <Flex gap={4}>
      <Select
        id={id}
        allowClear
        showSearch={{ filterOption: false, onSearch: setQ }}
        style={{ flex: 1, minWidth: 0 }}
        value={value}
        options={options}
        onChange={(v) => onChange(v ?? null)}
      />
      <Button onClick={() => setAdding(true)}>{t('projects.add')}</Button>
      {adding && (
        <AddCompany
          onAdded={(added) => {
            setAdding(false)
            if (added) onChange(added)
          }}
        />
      )}
    </Flex>
  )
}

function AddCompany({ onAdded }: { readonly onAdded: (id: CompanyId | null) => void }) {
  const t = useText()
  const [company, setCompany] = useState({ name: '', creditCode: '' })
  const add = useMutation({
    mutationFn: () => asking(contracts.projects.addCompany, { body: company }),
    onSuccess: (made) => onAdded(made.id),
  })
  return (
    <Modal
      open
      title={t('projects.companyAdd')}
      okText={t('projects.save')}
      cancelText={t('projects.cancel')}
      confirmLoading={add.isPending}
      onOk={() => add.mutate()}
      onCancel={() => onAdded(null)}
    >
      <Flex vertical gap={8}>
        <label htmlFor="company-name">{t('projects.companyName')}</label>
        <Input
          id="company-name"
          maxLength={100}
          value={company.name}
          onChange={(e) => setCompany({ ...company, name: e.target.value })}
        />
        <label htmlFor="company-code">{t('projects.creditCode')}</label>
        <Input
          id="company-code"
          maxLength={30}
          value={company.creditCode}
          onChange={(e) => setCompany({ ...company, creditCode: e.target.value })}
        />
        {add.error && <ProblemView error={add.error} />}
      </Flex>
    </Modal>
  )
}
