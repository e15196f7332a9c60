import { EmptyState } from '../shell/EmptyState.tsx'
import { PageTitle } from '../shell/PageTitle.tsx'
import { useText } from '../text/useText.ts'

/** The district's own settings. */
export function DistrictPage() {
  const t = useText()
  return (
    <>
      <PageTitle title={t('district.title')} />
      <EmptyState title={t('district.nothing')} />
    </>
  )
}
