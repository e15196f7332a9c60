import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router'
import { Button, Flex } from 'antd'
import { ConnectionError, ProblemError } from '../api/asking.ts'
import { useText } from '../text/useText.ts'
import { EmptyState } from './EmptyState.tsx'
import { NotAllowed } from './notAllowed.ts'
import { PageTitle } from './PageTitle.tsx'
import { ProblemView, wordsOf } from './ProblemView.tsx'
import { PageNotFetched, serverAnswers } from './pageCode.ts'

/** A page that could not be shown: why, and two ways on. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const t = useText()
  const router = useRouter()
  const queries = useQueryErrorResetBoundary()
  const again = async () => {
    // The browser keeps in mind what it could not fetch: the page is opened anew, once there is somebody to answer.
    if (error instanceof PageNotFetched) {
      if (await serverAnswers()) location.reload()
      return
    }
    queries.reset()
    reset()
    router.invalidate()
  }
  if (error instanceof NotAllowed) {
    return (
      <>
        <PageTitle title={t('shell.notAllowed')} />
        <EmptyState title={t('shell.notAllowed')} hint={t('shell.notAllowedTodo')}>
          <Link to="/">{t('shell.home')}</Link>
        </EmptyState>
      </>
    )
  }
  const known = error instanceof ProblemError || error instanceof ConnectionError
  return (
    <Flex vertical gap={16}>
      <PageTitle title={wordsOf(error, t).title} />
      <ProblemView error={error} onRetry={again} />
      {!known && <code className="problem-code">{String(error)}</code>}
      <Flex gap={8}>
        <Button onClick={() => router.history.back()}>{t('shell.back')}</Button>
        <Link to="/">
          <Button type="link">{t('shell.home')}</Button>
        </Link>
      </Flex>
    </Flex>
  )
}
