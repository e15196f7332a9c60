import { useParams } from '@tanstack/react-router'
import { EmptyState } from '../shell/EmptyState.tsx'
import { PageTitle } from '../shell/PageTitle.tsx'
import { useText } from '../text/useText.ts'

/** A plan that somebody reads by a link, without an account. */
export function SharedPlanPage() {
  const t = useText()
  const { token } = useParams({ from: '/shared/$token' })
  return (
    <>
      <PageTitle title={t('plans.title')} />
      <EmptyState key={token} title={t('plans.none')} />
    </>
  )
}
