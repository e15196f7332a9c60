import { type Action, contracts } from '@kaigong/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card, Flex, Input, InputNumber, Select, Table, Typography } from 'antd'
import { useState } from 'react'
import { asking } from '../api/asking.ts'
import { useMe } from '../shell/me.ts'
import { ProblemView } from '../shell/ProblemView.tsx'
import { scrolling } from '../shell/scrolling.tsx'
import { beijingTime } from '../text/time.ts'
import { useListText } from '../text/useListText.ts'
import { useText } from '../text/useText.ts'
import { tokens } from './queries.ts'

/** Tokens with which machines act in one's name, each with its own scopes. */
export function Tokens() {
  const t = useText()
  const listText = useListText()
  const { may } = useMe()
  const client = useQueryClient()
  const list = useQuery(tokens)
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<Action[]>([])
  const [days, setDays] = useState(90)
  const refresh = () => client.invalidateQueries({ queryKey: tokens.queryKey })
  const make = useMutation({
    mutationFn: () => asking(contracts.people.createToken, { body: { name, scopes, days } }),
    onSuccess: refresh,
  })
  const revoke = useMutation({
    mutationFn: (tokenId: string) => asking(contracts.people.revokeToken, { params: { tokenId } }),
    onSuccess: refresh,
  })
  return (
    <Card title={t('people.tokens')} size="small" style={{ marginTop: 16 }}>
      <Flex vertical gap={8}>
        <Flex wrap gap={8}>
          <Input
            style={{ width: 180 }}
            maxLength={60}
            aria-label={t('people.tokenName')}
            placeholder={t('people.tokenName')}
            value={name}
            onChange={(e) => setName(e.target.value)}
          />
          <Select
            mode="multiple"
            style={{ minWidth: 240, flex: 1 }}
            aria-label={t('people.scopes')}
            placeholder={t('people.scopes')}
            value={scopes}
            onChange={setScopes}
            options={(Object.keys(may) as Action[]).map((action) => ({ value: action, label: action }))}
          />
          <InputNumber
            min={1}
            max={365}
            aria-label={t('people.tokenDays')}
            value={days}
            onChange={(n) => setDays(n ?? 90)}
            suffix={t('people.tokenDays')}
            style={{ width: 150 }}
          />
          <Button
            disabled={name.trim() === '' || scopes.length === 0}
            loading={make.isPending}
            onClick={() => make.mutate()}
          >
            {t('people.makeToken')}
          </Button>
        </Flex>
        {make.error && <ProblemView error={make.error} />}
        {revoke.error && <ProblemView error={revoke.error} />}
        {make.data && (
          <Alert
            type="success"
            title={t('people.tokenOnce')}
            description={
              <Typography.Text copyable code>
                {make.data.token}
              </Typography.Text>
            }
          />
        )}
        <Table
          size="small"
          rowKey="id"
          pagination={false}
          loading={list.isPending}
          components={scrolling}
          scroll={{ x: 640 }}
          dataSource={list.data?.items ?? []}
          columns={[
            { title: t('people.tokenName'), dataIndex: 'name' },
            { title: t('people.scopes'), render: (_, token) => listText(token.scopes) },
            { title: t('people.expires'), render: (_, token) => beijingTime(token.expiresAt) },
            { title: t('people.seen'), render: (_, token) => token.lastUsedAt && beijingTime(token.lastUsedAt) },
            {
              title: '',
              render: (_, token) =>
                token.revoked ? (
                  t('people.revoked')
                ) : (
                  <Button size="small" onClick={() => revoke.mutate(token.id)}>
                    {t('people.revoke')}
                  </Button>
                ),
            },
          ]}
        />
      </Flex>
    </Card>
  )
}
