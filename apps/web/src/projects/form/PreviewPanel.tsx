import type { contracts, OutOf } from '@kaigong/contract'
import { Alert, Card, Flex, Spin, Typography } from 'antd'
import { ProblemView } from '../../shell/ProblemView.tsx'
import { usePick } from '../../text/usePick.ts'
import { useText } from '../../text/useText.ts'

type Props = {
  readonly tried: OutOf<typeof contracts.plans.preview> | undefined
  /** Whether there is a plan that it is compared with. */
  readonly compared: boolean
  readonly waiting: boolean
  readonly error: Error | null
}

/** What the facts in the form would do to the plan. Nothing of it is kept. */
export function PreviewPanel({ tried, compared, waiting, error }: Props) {
  const t = useText()
  const pick = usePick()
  return (
    <Card
      size="small"
      className="preview"
      // It scrolls in itself where it is longer than its place: by keys, too.
      role="region"
      tabIndex={0}
      aria-label={t('projects.preview')}
      title={t('projects.preview')}
      extra={waiting && <Spin size="small" />}
      style={{ flex: '1 1 300px', maxWidth: 460 }}
    >
      <div aria-live="polite">
        {error && <ProblemView error={error} />}
        {!tried && waiting && t('projects.previewWaiting')}
        {tried && (
          <Flex vertical gap={8}>
            <Alert
              type={tried.plan.verdict.met ? 'success' : 'warning'}
              showIcon
              title={pick(tried.plan.verdict.headline)}
            />
            {compared && tried.changes.length === 0 && (
              <Typography.Text type="secondary">{t('projects.previewNone')}</Typography.Text>
            )}
            {tried.changes.slice(0, 12).map((change) => (
              <div key={`${change.kind} ${change.id}`}>
                <Typography.Text strong>{pick(change.name)}</Typography.Text>
                <div>
                  {change.before && (
                    <>
                      <span className="sr-only">{t('projects.before')} </span>
                      <del>{pick(change.before)}</del>{' '}
                    </>
                  )}
                  {change.after && (
                    <>
                      <span className="sr-only">{t('projects.after')} </span>
                      <ins>{pick(change.after)}</ins>
                    </>
                  )}
                </div>
              </div>
            ))}
          </Flex>
        )}
      </div>
    </Card>
  )
}
