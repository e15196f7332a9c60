import { contracts, type PersonView, Role, roleNames } from '@kaigong/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Drawer, Flex, Input, Select, Switch } from 'antd'
import { useState } from 'react'
import { agencies as agencyList } from '../api/agencies.ts'
import { asking } from '../api/asking.ts'
import { ProblemView } from '../shell/ProblemView.tsx'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'

const nobody = {
  name: '',
  phone: null,
  idNumber: null,
  agencyId: null,
  companyId: null,
  roles: ['officer' as Role],
  active: true,
}

/** Registers a person, or changes one; a masked number that is left alone stays what it is. */
export function PersonEditor({
  person,
  onClose,
}: {
  readonly person: PersonView | null
  readonly onClose: () => void
}) {
  const t = useText()
  const pick = usePick()
  const client = useQueryClient()
  const agencies = useQuery(agencyList)
  const [fields, setFields] = useState(() => {
    if (!person) return nobody
    const { name, phone, idNumber, agencyId, companyId, roles, active } = person
    return { name, phone, idNumber, agencyId, companyId, roles, active }
  })
  const [account, setAccount] = useState({ name: '', password: '' })
  const save = useMutation({
    mutationFn: () =>
      person
        ? asking(
            contracts.people.change,
            { params: { personId: person.id }, body: fields },
            { ifMatch: person.version },
          )
        : asking(contracts.people.create, {
            body: {
              ...fields,
              account: account.name === '' ? null : account.name,
              password: account.password === '' ? null : account.password,
            },
          }),
    onSuccess: () => {
      client.invalidateQueries({ queryKey: ['person'] })
      onClose()
    },
  })
  const text = (value: string) => (value.trim() === '' ? null : value)
  return (
    <Drawer
      open
      size={420}
      title={person ? person.name : t('people.new')}
      onClose={onClose}
      footer={
        <Button
          type="primary"
          loading={save.isPending}
          disabled={fields.name.trim() === ''}
          onClick={() => save.mutate()}
        >
          {t('people.save')}
        </Button>
      }
    >
      <Flex vertical gap={8}>
        {save.error && <ProblemView error={save.error} />}
        <label htmlFor="person-name">{t('people.name')}</label>
        <Input
          id="person-name"
          maxLength={40}
          value={fields.name}
          onChange={(e) => setFields({ ...fields, name: e.target.value })}
        />
        <label htmlFor="person-roles">{t('people.roles')}</label>
        <Select
          id="person-roles"
          mode="multiple"
          value={fields.roles}
          onChange={(roles) => setFields({ ...fields, roles })}
          options={Role.options.map((role) => ({ value: role, label: pick(roleNames[role]) }))}
        />
        <label htmlFor="person-agency">{t('people.agency')}</label>
        <Select
          id="person-agency"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={fields.agencyId}
          onChange={(agencyId) => setFields({ ...fields, agencyId: agencyId ?? null })}
          options={(agencies.data ?? []).map((a) => ({
            value: a.id as NonNullable<PersonView['agencyId']>,
            label: pick(a.short),
          }))}
        />
        <label htmlFor="person-phone">{t('people.phone')}</label>
        <Input
          id="person-phone"
          inputMode="tel"
          value={fields.phone ?? ''}
          onChange={(e) => setFields({ ...fields, phone: text(e.target.value) })}
        />
        <label htmlFor="person-number">{t('people.idNumber')}</label>
        <Input
          id="person-number"
          value={fields.idNumber ?? ''}
          onChange={(e) => setFields({ ...fields, idNumber: text(e.target.value) })}
        />
        {!person && (
          <>
            <label htmlFor="person-account">{t('people.accountName')}</label>
            <Input
              id="person-account"
              autoComplete="off"
              value={account.name}
              onChange={(e) => setAccount({ ...account, name: e.target.value })}
            />
            <label htmlFor="person-password">{t('people.newPassword')}</label>
            <Input.Password
              id="person-password"
              autoComplete="new-password"
              value={account.password}
              onChange={(e) => setAccount({ ...account, password: e.target.value })}
            />
          </>
        )}
        <Flex gap={8} align="center">
          <Switch id="person-active" checked={fields.active} onChange={(active) => setFields({ ...fields, active })} />
          <label htmlFor="person-active">{t('people.active')}</label>
        </Flex>
      </Flex>
    </Drawer>
  )
}
