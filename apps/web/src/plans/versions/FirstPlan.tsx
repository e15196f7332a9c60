import { Button } from 'antd'
import { EmptyState } from '../../shell/EmptyState.tsx'
import { useMe } from '../../shell/me.ts'
import { useText } from '../../text/useText.ts'
import { DecisionError } from './DecisionError.tsx'
import { useComputing } from './useComputing.ts'

/** No plan yet: one press makes the first, for those who may. */
export function FirstPlan({ projectId }: { readonly projectId: string }) {
  const t = useText()
  const { may } = useMe()
  const computing = useComputing(projectId)
  if (!may['plan.compute']) return <EmptyState title={t('plans.none')} hint={t('plans.versions.askOther')} />
  return (
    <>
      <DecisionError error={computing.error} />
      <EmptyState
        title={t('plans.none')}
        hint={t(computing.isPending ? 'plans.versions.computing' : 'plans.versions.firstHint')}
      >
        <Button type="primary" size="large" loading={computing.isPending} onClick={() => computing.mutate({})}>
          {t('plans.versions.first')}
        </Button>
      </EmptyState>
    </>
  )
}
