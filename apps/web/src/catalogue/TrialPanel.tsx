import { contracts, type EditionView } from '@kaigong/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Card, Flex, Progress } from 'antd'
import { asking } from '../api/asking.ts'
import { ProblemView } from '../shell/ProblemView.tsx'
import { beijingTime } from '../text/time.ts'
import { useText } from '../text/useText.ts'
import { trialOf } from './queries.ts'
import { TrialResult } from './TrialResult.tsx'

/** Tries a proposal on the running projects, with how far it has come, then what it would change. */
export function TrialPanel({ edition }: { readonly edition: EditionView }) {
  const t = useText()
  const client = useQueryClient()
  const result = useQuery({ ...trialOf(edition.id), enabled: edition.trial !== null })
  const trying = useMutation({
    mutationFn: () => asking(contracts.editions.try, { params: { editionId: edition.id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['edition'] }),
  })
  // The list and the result are asked for separately; the newer of the two knows how far it has come.
  const trial = result.data?.edition.trial ?? edition.trial
  const running = trying.isPending || trial?.running === true
  return (
    <Card
      size="small"
      title={<h3 className="matter-heading">{t('catalogue.trial')}</h3>}
      extra={trial && !running && t('catalogue.triedAt', { at: beijingTime(trial.at) })}
    >
      <Flex vertical gap={12}>
        <span className="catalogue-soft">{t('catalogue.trialHint')}</span>
        {edition.status === 'proposed' && (
          <Flex wrap gap={12} align="center">
            <Button loading={running} onClick={() => trying.mutate()}>
              {t(trial ? 'catalogue.tryAgain' : 'catalogue.try')}
            </Button>
            {!trial && !running && <span>{t('catalogue.notTried')}</span>}
          </Flex>
        )}
        {running && (
          <div role="status">
            {t('catalogue.trying')}
            <Progress percent={Math.round((trial?.progress ?? 0) * 100)} aria-label={t('catalogue.trying')} />
          </div>
        )}
        {trying.error && <ProblemView error={trying.error} />}
        {result.error && <ProblemView error={result.error} onRetry={() => result.refetch()} />}
        {result.data && trial && !running && (
          <TrialResult projects={trial.projects} touched={result.data.touched} failed={result.data.failed} />
        )}
      </Flex>
    </Card>
  )
}
