import { Alert, Button } from 'antd'
import { ConnectionError, ProblemError } from '../api/asking.ts'
import { useText } from '../text/useText.ts'

type Props = { readonly error: unknown; readonly onRetry?: (() => unknown) | undefined }

/** An error where it happened: what, each bad field, the law it rests on, what to do, and the number to tell the administrator. */
export function ProblemView({ error, onRetry }: Props) {
  const t = useText()
  const { title, detail } = wordsOf(error, t)
  const problem = error instanceof ProblemError ? error.problem : undefined
  const ours = problem === undefined || problem.status >= 500
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={title}
      action={
        onRetry && (
          <Button size="small" onClick={() => onRetry()}>
            {t('shell.retry')}
          </Button>
        )
      }
      description={
        <>
          <p className="problem-detail">{detail}</p>
          {problem?.errors && problem.errors.length > 0 && (
            <ul className="problem-errors">
              {problem.errors.map(({ pointer, detail: what }) => (
                <li key={`${pointer} ${what}`}>
                  {pointer !== '' && <code className="problem-code">{pointer}</code>} {what}
                </li>
              ))}
            </ul>
          )}
          {problem?.basis && (
            <p className="problem-detail">
              {t('shell.basis')}: {problem.basis.law} {problem.basis.article}
            </p>
          )}
          {ours && problem && (
            <p className="problem-detail">
              {t('shell.requestId')}: <code className="problem-code">{problem.requestId}</code>
            </p>
          )}
        </>
      }
    />
  )
}

/** The title and what to do, whoever the error comes from. */
export function wordsOf(
  error: unknown,
  t: ReturnType<typeof useText>,
): { readonly title: string; readonly detail: string } {
  if (error instanceof ProblemError) return { title: error.problem.title, detail: error.problem.detail }
  if (error instanceof ConnectionError) return { title: t('shell.noAnswer'), detail: t('shell.noAnswerTodo') }
  return { title: t('shell.broken'), detail: t('shell.brokenTodo') }
}
