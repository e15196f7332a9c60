import { Alert } from 'antd'
import { isRefusal } from '../../api/refused.ts'
import { ProblemView } from '../../shell/ProblemView.tsx'
import { useText } from '../../text/useText.ts'

/** Why a decision was refused; where only somebody else was quicker, that what is shown has been refreshed. */
export function DecisionError({ error }: { readonly error: unknown }) {
  const t = useText()
  if (!error) return null
  if (isRefusal(error, 'request.stale'))
    return (
      <Alert
        type="warning"
        showIcon
        role="alert"
        title={t('plans.versions.refreshed')}
        description={t('plans.versions.refreshedTodo')}
      />
    )
  return <ProblemView error={error} />
}
