import { contracts } from '@kaigong/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card, Flex, InputNumber, Popconfirm, Skeleton, Tag, Typography } from 'antd'
import { useId, useState } from 'react'
import { asking } from '../../api/asking.ts'
import { ProblemView } from '../../shell/ProblemView.tsx'
import { beijingTime } from '../../text/time.ts'
import { useText } from '../../text/useText.ts'
import { links } from './queries.ts'

type Props = { readonly projectId: string; readonly no: number }

const USUAL_DAYS = 14

/** Links by which the company reads a version without an account: made for some days, shown once, withdrawn at any time. */
export function ShareLinks({ projectId, no }: Props) {
  const t = useText()
  const id = useId()
  const client = useQueryClient()
  const list = useQuery(links(projectId))
  const [days, setDays] = useState(USUAL_DAYS)
  const onSuccess = () => client.invalidateQueries({ queryKey: links(projectId).queryKey })
  const share = useMutation({
    mutationFn: () => asking(contracts.plans.share, { params: { projectId, no }, body: { days } }),
    onSuccess,
  })
  const revoke = useMutation({
    mutationFn: (linkId: string) => asking(contracts.plans.revoke, { params: { projectId, linkId } }),
    onSuccess,
  })
  const error = list.error ?? share.error ?? revoke.error
  return (
    <Card size="small" title={<h3 className="version-heading">{t('plans.versions.links')}</h3>}>
      <p className="version-soft">{t('plans.versions.linksHint')}</p>
      <Flex wrap gap="8px 12px" align="center">
        <label htmlFor={id}>{t('plans.versions.days')}</label>
        <InputNumber id={id} min={1} max={90} precision={0} value={days} onChange={(n) => setDays(n ?? USUAL_DAYS)} />
        <Button loading={share.isPending} onClick={() => share.mutate()}>
          {t('plans.versions.share', { no })}
        </Button>
      </Flex>
      {error && <ProblemView error={error} />}
      {share.data && (
        <Alert
          className="version-notice"
          type="success"
          role="status"
          title={t('plans.versions.linkOnce')}
          description={
            <Typography.Text copyable code>
              {`${location.origin}/shared/${share.data.token}`}
            </Typography.Text>
          }
        />
      )}
      {list.isPending && <Skeleton active />}
      {list.data?.length === 0 && <p className="version-soft">{t('plans.versions.noLinks')}</p>}
      <ul className="share-links">
        {list.data?.map((link) => (
          <li key={link.id}>
            <strong>{t('plans.versionNo', { no: link.planNo })}</strong>
            <span>
              {t('plans.versions.linkMade')} {[beijingTime(link.createdAt), link.createdBy].filter(Boolean).join(' · ')}
            </span>
            <span>
              {t('plans.versions.linkUntil')} {beijingTime(link.expiresAt)}
            </span>
            <span>
              {t('plans.versions.linkOpened')} {link.opened}
            </span>
            {link.revokedAt ? (
              <Tag>{t('plans.versions.revoked')}</Tag>
            ) : (
              <Popconfirm
                title={t('plans.versions.revokeAsk')}
                okText={t('plans.versions.revoke')}
                cancelText={t('plans.versions.cancel')}
                onConfirm={() => revoke.mutate(link.id)}
              >
                <Button size="small">{t('plans.versions.revoke')}</Button>
              </Popconfirm>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
