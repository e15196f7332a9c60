import { contracts, type Me, urlOf } from '@kaigong/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { Button, Flex, Input, Typography } from 'antd'
import { type FormEvent, useState } from 'react'
import { asking } from '../api/asking.ts'
import { meKey } from '../api/queryClient.ts'
import { isRefusal } from '../api/refused.ts'
import { PageTitle } from '../shell/PageTitle.tsx'
import { ProblemView } from '../shell/ProblemView.tsx'
import { AppearanceSwitch, LanguageSwitch } from '../shell/Switches.tsx'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { Personas } from './Personas.tsx'

/** The way in: account and password, a one-time code where the account has one, or a persona of the demonstration. */
export function SignInPage() {
  const t = useText()
  const pick = usePick()
  const router = useRouter()
  const client = useQueryClient()
  const { returnTo } = useSearch({ from: '/sign-in' })
  const [account, setAccount] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [next, setNext] = useState('')
  const ways = useQuery({ queryKey: ['signInWays'], queryFn: () => asking(contracts.people.ways, {}) })
  const enter = (me: Me) => {
    client.clear()
    client.setQueryData(meKey, me)
    // Only a path of this very site: an address from elsewhere is not followed.
    router.history.push(returnTo && /^\/(?!\/)/.test(returnTo) ? returnTo : '/')
  }
  const byPassword = useMutation({
    mutationFn: () =>
      asking(contracts.people.signIn, {
        body: { account, password, ...(code === '' ? {} : { code }), ...(next === '' ? {} : { next }) },
      }),
    onSuccess: enter,
  })
  const needsCode = code !== '' || isRefusal(byPassword.error, 'signIn.codeNeeded')
  const needsPassword = next !== '' || isRefusal(byPassword.error, 'signIn.newPasswordNeeded')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    byPassword.mutate()
  }
  return (
    <main className="sign-in">
      <Flex justify="end">
        <LanguageSwitch />
        <AppearanceSwitch />
      </Flex>
      <section className="panel">
        <PageTitle title={t('people.signIn')} />
        <form onSubmit={submit} className="sign-in-form">
          <label htmlFor="account">{t('people.accountName')}</label>
          <Input
            id="account"
            autoComplete="username"
            autoFocus
            value={account}
            onChange={(e) => setAccount(e.target.value)}
          />
          <label htmlFor="password">{t('people.password')}</label>
          <Input.Password
            id="password"
            autoComplete="current-password"
            value={password}
            onChange={(e) => setPassword(e.target.value)}
          />
          {needsCode && (
            <>
              <label htmlFor="code">{t('people.code')}</label>
              <Input
                id="code"
                inputMode="numeric"
                autoComplete="one-time-code"
                maxLength={6}
                value={code}
                onChange={(e) => setCode(e.target.value)}
              />
            </>
          )}
          {needsPassword && (
            <>
              <label htmlFor="next-password">{t('people.newPassword')}</label>
              <Input.Password
                id="next-password"
                autoComplete="new-password"
                value={next}
                onChange={(e) => setNext(e.target.value)}
              />
            </>
          )}
          <Button type="primary" htmlType="submit" loading={byPassword.isPending}>
            {t('people.signIn')}
          </Button>
          {byPassword.error && <ProblemView error={byPassword.error} />}
          <Typography.Text type="secondary">{t('people.forgotten')}</Typography.Text>
        </form>
        {ways.data?.oidc.map(({ id, name }) => (
          <Button key={id} block href={urlOf(contracts.people.oidcStart, { provider: id }, { returnTo })}>
            {pick(name)}
          </Button>
        ))}
      </section>
      {ways.data && ways.data.personas.length > 0 && <Personas personas={ways.data.personas} onEnter={enter} />}
      {ways.error && <ProblemView error={ways.error} onRetry={() => ways.refetch()} />}
    </main>
  )
}
