import { contracts } from '@kaigong/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Card, Flex, Input, Table, Tag, Typography } from 'antd'
import { useState } from 'react'
import { asking } from '../api/asking.ts'
import { MailAddress } from '../notices/MailAddress.tsx'
import { meQuery, useMe } from '../shell/me.ts'
import { PageTitle } from '../shell/PageTitle.tsx'
import { ProblemView } from '../shell/ProblemView.tsx'
import { scrolling } from '../shell/scrolling.tsx'
import { signOut } from '../shell/signOut.ts'
import { beijingTime } from '../text/time.ts'
import { useText } from '../text/useText.ts'
import { sessions } from './queries.ts'

/** One's own account: devices, password, second factor. */
export function AccountPage() {
  const t = useText()
  const list = useQuery(sessions)
  return (
    <>
      <PageTitle title={t('people.account')}>
        <Button danger onClick={() => signOut(true)}>
          {t('people.everywhere')}
        </Button>
      </PageTitle>
      <Flex vertical gap={16} style={{ maxWidth: 820 }}>
        <Card size="small" title={t('people.sessions')}>
          {list.error && <ProblemView error={list.error} onRetry={() => list.refetch()} />}
          <Table
            size="small"
            rowKey="id"
            pagination={false}
            loading={list.isPending}
            components={scrolling}
            scroll={{ x: 520 }}
            dataSource={list.data?.items ?? []}
            columns={[
              {
                title: t('people.device'),
                render: (_, s) => (
                  <>
                    {s.agent} {s.current && <Tag color="blue">{t('people.thisSession')}</Tag>}
                  </>
                ),
              },
              { title: t('people.started'), width: 150, render: (_, s) => beijingTime(s.startedAt) },
              { title: t('people.seen'), width: 150, render: (_, s) => beijingTime(s.lastSeenAt) },
            ]}
          />
        </Card>
        <MailAddress />
        <Password />
        <SecondFactor />
      </Flex>
    </>
  )
}

function Password() {
  const t = useText()
  const { message } = App.useApp()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const change = useMutation({
    mutationFn: () => asking(contracts.people.changePassword, { body: { current, next } }),
    onSuccess: () => {
      setCurrent('')
      setNext('')
      message.success(t('people.passwordChanged'))
    },
  })
  return (
    <Card size="small" title={t('people.changePassword')}>
      <form
        className="sign-in-form"
        onSubmit={(event) => {
          event.preventDefault()
          change.mutate()
        }}
      >
        <label htmlFor="current">{t('people.currentPassword')}</label>
        <Input.Password
          id="current"
          autoComplete="current-password"
          value={current}
          onChange={(e) => setCurrent(e.target.value)}
        />
        <label htmlFor="next">{t('people.newPassword')}</label>
        <Input.Password id="next" autoComplete="new-password" value={next} onChange={(e) => setNext(e.target.value)} />
        <Button htmlType="submit" loading={change.isPending} disabled={current === '' || next.length < 12}>
          {t('people.changePassword')}
        </Button>
        {change.error && <ProblemView error={change.error} />}
      </form>
    </Card>
  )
}

function SecondFactor() {
  const t = useText()
  const me = useMe()
  const client = useQueryClient()
  const [code, setCode] = useState('')
  const [password, setPassword] = useState('')
  const refresh = () => {
    setCode('')
    setPassword('')
    client.invalidateQueries({ queryKey: meQuery.queryKey })
  }
  const offer = useMutation({ mutationFn: () => asking(contracts.people.startSecondFactor, {}) })
  const confirm = useMutation({
    mutationFn: () => asking(contracts.people.confirmSecondFactor, { body: { code } }),
    onSuccess: refresh,
  })
  const end = useMutation({
    mutationFn: () => asking(contracts.people.endSecondFactor, { body: { password, code } }),
    onSuccess: refresh,
  })
  const digits = (
    <Input
      aria-label={t('people.code')}
      placeholder={t('people.code')}
      inputMode="numeric"
      maxLength={6}
      style={{ width: 120 }}
      value={code}
      onChange={(e) => setCode(e.target.value)}
    />
  )
  const error = offer.error ?? confirm.error ?? end.error
  return (
    <Card size="small" title={t('people.secondFactor')}>
      <Flex vertical gap={8} align="start">
        <Typography.Text>{t(me.secondFactor ? 'people.secondFactorOn' : 'people.secondFactorOff')}</Typography.Text>
        {error && <ProblemView error={error} />}
        {me.secondFactor ? (
          <Flex gap={8} wrap>
            <Input.Password
              aria-label={t('people.currentPassword')}
              placeholder={t('people.currentPassword')}
              style={{ width: 200 }}
              value={password}
              onChange={(e) => setPassword(e.target.value)}
            />
            {digits}
            <Button danger loading={end.isPending} onClick={() => end.mutate()}>
              {t('people.switchOff')}
            </Button>
          </Flex>
        ) : offer.data ? (
          <>
            <Typography.Text>{t('people.secretHint')}</Typography.Text>
            <Typography.Text code copyable={{ text: offer.data.secret }}>
              {offer.data.secret.replace(/(.{4})/g, '$1 ')}
            </Typography.Text>
            <Flex gap={8}>
              {digits}
              <Button
                type="primary"
                loading={confirm.isPending}
                disabled={code.length !== 6}
                onClick={() => confirm.mutate()}
              >
                {t('people.confirm')}
              </Button>
            </Flex>
          </>
        ) : (
          <Button loading={offer.isPending} onClick={() => offer.mutate()}>
            {t('people.switchOn')}
          </Button>
        )}
      </Flex>
    </Card>
  )
}
