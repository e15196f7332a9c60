import { contracts, type EditionView } from '@kaigong/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Flex, Popconfirm } from 'antd'
import { asking } from '../api/asking.ts'
import { isRefusal } from '../api/refused.ts'
import { useMe } from '../shell/me.ts'
import { ProblemView } from '../shell/ProblemView.tsx'
import { useText } from '../text/useText.ts'
import './catalogue.css'

/** Adopts a proposal that was tried, or drops it. */
export function EditionDecisions({ edition }: { readonly edition: EditionView }) {
  const t = useText()
  const { may } = useMe()
  const client = useQueryClient()
  const { message } = App.useApp()
  const decision = useMutation({
    mutationFn: (what: 'adopt' | 'drop') =>
      asking(contracts.editions[what], { params: { editionId: edition.id } }, { ifMatch: edition.version }),
    onSuccess: (_, what) => message.success(t(what === 'adopt' ? 'catalogue.adoptedNow' : 'catalogue.droppedNow')),
    onSettled: () => {
      client.invalidateQueries({ queryKey: ['edition'] })
      client.invalidateQueries({ queryKey: ['workbench'] })
    },
  })
  if (edition.status !== 'proposed') return null
  const tried = edition.trial !== null && !edition.trial.running
  const words = { okText: t('catalogue.confirm'), cancelText: t('catalogue.cancel') }
  return (
    <>
      <Flex wrap gap={8} align="center">
        {may['catalogue.adopt'] && (
          <Popconfirm
            {...words}
            title={t('catalogue.adopt')}
            description={t('catalogue.adoptAsk')}
            disabled={!tried}
            onConfirm={() => decision.mutate('adopt')}
          >
            <Button type="primary" disabled={!tried} loading={decision.isPending}>
              {t('catalogue.adopt')}
            </Button>
          </Popconfirm>
        )}
        {may['catalogue.propose'] && (
          <Popconfirm
            {...words}
            title={t('catalogue.drop')}
            description={t('catalogue.dropAsk')}
            onConfirm={() => decision.mutate('drop')}
          >
            <Button danger disabled={decision.isPending}>
              {t('catalogue.drop')}
            </Button>
          </Popconfirm>
        )}
        {!tried && <span className="catalogue-soft">{t('catalogue.tryFirst')}</span>}
      </Flex>
      {decision.error &&
        (isRefusal(decision.error, 'request.stale') ? (
          <Alert type="warning" showIcon role="alert" title={t('catalogue.refreshed')} />
        ) : (
          <ProblemView error={decision.error} />
        ))}
    </>
  )
}
