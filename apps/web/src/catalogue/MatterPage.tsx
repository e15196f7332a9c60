import { EmptyState } from '../shell/EmptyState.tsx'
import { PageTitle } from '../shell/PageTitle.tsx'
import { useText } from '../text/useText.ts'

/** Everything that the catalogue says of one matter. */
export function MatterPage() {
  const t = useText()
  return (
    <>
      <PageTitle title={t('catalogue.matter')} />
      <EmptyState title={t('catalogue.nothing')} />
    </>
  )
}
