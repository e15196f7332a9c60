import { contracts } from '@kaigong/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Card, Input, Typography } from 'antd'
import { useState } from 'react'
import { asking } from '../api/asking.ts'
import { ProblemView } from '../shell/ProblemView.tsx'
import { useText } from '../text/useText.ts'
import { mailAddress } from './queries.ts'

/** Where one wants notices by mail; an empty field wants none. */
export function MailAddress() {
  const t = useText()
  const { message } = App.useApp()
  const client = useQueryClient()
  const { data, error } = useQuery(mailAddress)
  const [written, setWritten] = useState<string>()
  const address = written ?? data?.address ?? ''
  const keep = useMutation({
    mutationFn: () =>
      asking(contracts.notices.keepMailAddress, { body: { address: address.trim() === '' ? null : address.trim() } }),
    onSuccess: (kept) => {
      client.setQueryData(mailAddress.queryKey, kept)
      setWritten(undefined)
      message.success(t('notices.kept'))
    },
  })
  return (
    <Card size="small" title={t('notices.mail')}>
      <form
        className="sign-in-form"
        onSubmit={(event) => {
          event.preventDefault()
          keep.mutate()
        }}
      >
        <Typography.Text type="secondary">
          {t(data?.isSent === false ? 'notices.mailOff' : 'notices.mailHint')}
        </Typography.Text>
        <label htmlFor="mail-address">{t('notices.address')}</label>
        <Input
          id="mail-address"
          type="email"
          autoComplete="email"
          maxLength={200}
          value={address}
          onChange={(event) => setWritten(event.target.value)}
        />
        <Button htmlType="submit" loading={keep.isPending} disabled={written === undefined}>
          {t('notices.keepAddress')}
        </Button>
        {(error ?? keep.error) && <ProblemView error={error ?? keep.error} />}
      </form>
    </Card>
  )
}
