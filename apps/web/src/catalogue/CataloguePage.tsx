import { EmptyState } from '../shell/EmptyState.tsx'
import { PageTitle } from '../shell/PageTitle.tsx'
import { useText } from '../text/useText.ts'

/** The matters of the catalogue. */
export function CataloguePage() {
  const t = useText()
  return (
    <>
      <PageTitle title={t('catalogue.title')} />
      <EmptyState title={t('catalogue.nothing')} />
    </>
  )
}
