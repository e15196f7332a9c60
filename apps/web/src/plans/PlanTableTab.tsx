import { EmptyState } from '../shell/EmptyState.tsx'
import { useText } from '../text/useText.ts'

/** One tab of a project's plan. */
export function PlanTableTab({ projectId }: { readonly projectId: string }) {
  const t = useText()
  return <EmptyState key={projectId} title={t('plans.none')} />
}
