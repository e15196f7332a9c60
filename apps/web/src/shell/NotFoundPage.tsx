import { Link } from '@tanstack/react-router'
import { useText } from '../text/useText.ts'
import { EmptyState } from './EmptyState.tsx'
import { PageTitle } from './PageTitle.tsx'

/** An address that leads nowhere. */
export function NotFoundPage() {
  const t = useText()
  return (
    <>
      <PageTitle title={t('shell.notFound')} />
      <EmptyState title={t('shell.notFoundTodo')}>
        <Link to="/">{t('shell.home')}</Link>
      </EmptyState>
    </>
  )
}
