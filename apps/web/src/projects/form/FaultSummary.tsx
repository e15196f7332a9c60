import { Alert } from 'antd'
import { ProblemError } from '../../api/asking.ts'
import { useText } from '../../text/useText.ts'
import { faultPlace } from './faultPlace.ts'

/** Which field of the form each pointer of a problem means, with what is wrong there. */
export const faultsOf = (error: Error | null): ReadonlyMap<string, string> =>
  new Map(error instanceof ProblemError ? (error.problem.errors ?? []).map((e) => [e.pointer, e.detail]) : [])

/** All that is wrong, each a link to its field. */
export function FaultSummary({ faults }: { readonly faults: ReadonlyMap<string, string> }) {
  const t = useText()
  return (
    <Alert
      type="error"
      showIcon
      title={t('projects.errors', { count: faults.size })}
      description={
        <ul>
          {[...faults].map(([pointer, detail]) => (
            <li key={pointer}>
              <a
                href={`#${faultPlace(pointer)}`}
                onClick={(event) => {
                  event.preventDefault()
                  document.getElementById(faultPlace(pointer))?.focus()
                }}
              >
                {detail}
              </a>
            </li>
          ))}
        </ul>
      }
    />
  )
}
