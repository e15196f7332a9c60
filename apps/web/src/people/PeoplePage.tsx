import { contracts, type PersonView, Role, roleNames } from '@kaigong/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Alert, Button, Flex, Input, Modal, Select, Space, Table, Tag } from 'antd'
import { useState } from 'react'
import { agencies as agencyList } from '../api/agencies.ts'
import { asking } from '../api/asking.ts'
import { EmptyState } from '../shell/EmptyState.tsx'
import { useMe } from '../shell/me.ts'
import { PageTitle } from '../shell/PageTitle.tsx'
import { ProblemView } from '../shell/ProblemView.tsx'
import { scrolling } from '../shell/scrolling.tsx'
import { usePage } from '../shell/usePage.ts'
import { beijingTime } from '../text/time.ts'
import { useListText } from '../text/useListText.ts'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { PersonEditor } from './PersonEditor.tsx'
import { peopleList } from './queries.ts'
import { ResetPassword } from './ResetPassword.tsx'
import { Tokens } from './Tokens.tsx'

/** The people of the district: who they are, what they may do; their numbers only with a reason. */
export function PeoplePage() {
  const t = useText()
  const pick = usePick()
  const { may, personId } = useMe()
  const search = useSearch({ from: '/people' })
  const navigate = useNavigate()
  const [editing, edit] = useState<PersonView | 'new' | null>(null)
  const [resetting, reset] = useState<PersonView | null>(null)
  const [unmasking, unmask] = useState<PersonView | null>(null)
  // Not in the address like the rest: it would put a name into the browser's history and into whatever stands before the server.
  const [typed, type] = useState('')
  const listText = useListText()
  const { page: _, ...narrowed } = search
  const page = usePage()
  const list = useQuery(peopleList(typed, narrowed))
  const agencies = useQuery({ ...agencyList, enabled: Boolean(may['district.read']) })
  const set = (change: object) => navigate({ to: '/people', search: { ...narrowed, ...change }, replace: true })
  return (
    <>
      <PageTitle title={t('people.title')}>
        {may['people.write'] && (
          <Button type="primary" onClick={() => edit('new')}>
            {t('people.new')}
          </Button>
        )}
      </PageTitle>
      <Flex wrap gap={8} role="search" style={{ marginBottom: 12 }}>
        <Input.Search
          allowClear
          style={{ width: 220 }}
          aria-label={t('people.search')}
          placeholder={t('people.search')}
          maxLength={60}
          onSearch={(q) => {
            type(q.trim())
            set({})
          }}
        />
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          style={{ width: 200 }}
          aria-label={t('people.agency')}
          placeholder={t('people.agency')}
          value={search.agency ?? null}
          onChange={(agency) => set({ agency })}
          options={(agencies.data ?? []).map((a) => ({ value: a.id, label: pick(a.short) }))}
        />
        <Select
          allowClear
          style={{ width: 180 }}
          aria-label={t('people.roles')}
          placeholder={t('people.roles')}
          value={search.role ?? null}
          onChange={(role) => set({ role })}
          options={Role.options.map((role) => ({ value: role as string, label: pick(roleNames[role]) }))}
        />
      </Flex>
      {list.error && <ProblemView error={list.error} onRetry={() => list.refetch()} />}
      {list.data?.items.length === 0 ? (
        <EmptyState title={t('people.nothing')} />
      ) : (
        <Table<PersonView>
          size="small"
          rowKey="id"
          loading={list.isPending}
          dataSource={list.data?.items ?? []}
          pagination={{ pageSize: 50, ...page }}
          components={scrolling}
          scroll={{ x: 1100 }}
          columns={[
            {
              title: t('people.name'),
              width: 150,
              render: (_, p) => (
                <Space size={4}>
                  {p.name}
                  {p.synthetic && <Tag>{t('people.synthetic')}</Tag>}
                  {!p.active && <Tag color="red">{t('people.inactive')}</Tag>}
                </Space>
              ),
            },
            { title: t('people.roles'), render: (_, p) => listText(p.roles.map((role) => pick(roleNames[role]))) },
            { title: t('people.agency'), render: (_, p) => (p.agencyName ? pick(p.agencyName) : p.companyName) },
            { title: t('people.phone'), dataIndex: 'phone', width: 130 },
            { title: t('people.accountName'), dataIndex: 'account', width: 130 },
            { title: t('people.lastSignIn'), width: 150, render: (_, p) => p.lastSignIn && beijingTime(p.lastSignIn) },
            {
              title: '',
              width: 290,
              render: (_, p) => (
                <Space>
                  {may['people.write'] && (
                    <Button size="small" onClick={() => edit(p)}>
                      {t('people.edit')}
                    </Button>
                  )}
                  {may['people.resetPassword'] && p.account && p.active && p.id !== personId && (
                    <Button size="small" onClick={() => reset(p)}>
                      {t('people.resetPassword')}
                    </Button>
                  )}
                  {may['people.unmask'] && (p.phone ?? p.idNumber) && (
                    <Button size="small" onClick={() => unmask(p)}>
                      {t('people.unmask')}
                    </Button>
                  )}
                </Space>
              ),
            },
          ]}
        />
      )}
      {may['token.manage'] && <Tokens />}
      {editing && <PersonEditor person={editing === 'new' ? null : editing} onClose={() => edit(null)} />}
      {resetting && <ResetPassword person={resetting} onClose={() => reset(null)} />}
      {unmasking && <Unmask person={unmasking} onClose={() => unmask(null)} />}
    </>
  )
}

/** Shows whole numbers after a reason was given; the look is an event. */
function Unmask({ person, onClose }: { readonly person: PersonView; readonly onClose: () => void }) {
  const t = useText()
  const [reason, setReason] = useState('')
  const look = useMutation({
    mutationFn: () => asking(contracts.people.unmask, { params: { personId: person.id }, body: { reason } }),
  })
  const numbers = look.data
  return (
    <Modal
      open
      title={t('people.unmask')}
      okText={t('people.unmask')}
      cancelText={t('people.cancel')}
      okButtonProps={{ disabled: reason.trim().length < 2 || numbers !== undefined, loading: look.isPending }}
      onOk={() => look.mutate()}
      onCancel={onClose}
    >
      <Flex vertical gap={8}>
        <label htmlFor="unmask-reason">{t('people.unmaskWhy')}</label>
        <Input id="unmask-reason" maxLength={200} value={reason} onChange={(e) => setReason(e.target.value)} />
        {look.error && <ProblemView error={look.error} />}
        {numbers && (
          <Alert
            type="info"
            title={t('people.unmasked', {
              name: person.name,
              phone: numbers.phone ?? t('people.none'),
              number: numbers.idNumber ?? t('people.none'),
            })}
          />
        )}
      </Flex>
    </Modal>
  )
}
