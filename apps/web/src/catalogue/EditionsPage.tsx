import { EmptyState } from '../shell/EmptyState.tsx'
import { PageTitle } from '../shell/PageTitle.tsx'
import { useText } from '../text/useText.ts'

/** The editions of the catalogue. */
export function EditionsPage() {
  const t = useText()
  return (
    <>
      <PageTitle title={t('catalogue.editions')} />
      <EmptyState title={t('catalogue.nothing')} />
    </>
  )
}
