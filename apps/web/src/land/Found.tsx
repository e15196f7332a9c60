import type { Rehearsal } from '@kaigong/contract'
import { Link } from '@tanstack/react-router'
import { Alert } from 'antd'
import { useListText } from '../text/useListText.ts'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'

type Props = {
  readonly kind: 'issued' | 'wouldIssue' | 'missing'
  readonly given: Rehearsal['wouldIssue']
  readonly missing: Rehearsal['missing']
  readonly assumed: Rehearsal['assumed']
}

/** What a press came to: the certificates with their numbers, or all that is missing. */
export function Found({ kind, given, missing, assumed }: Props) {
  const t = useText()
  const pick = usePick()
  const listText = useListText()
  return (
    <Alert
      type={kind === 'issued' ? 'success' : kind === 'wouldIssue' ? 'info' : 'warning'}
      showIcon
      role="status"
      title={t(`land.found.${kind}`, { n: kind === 'missing' ? missing.length : given.length })}
      description={
        <>
          {assumed.length > 0 && (
            <p className="case-soft">
              {t('land.assumed', { events: listText(assumed.map((event) => t(`land.event.${event}`))) })}
            </p>
          )}
          <ol className="land-given">
            {given.map(({ matter, name, agencyName, number, certificateId }) => (
              <li key={matter}>
                <span>{pick(name)}</span>
                <strong>
                  {certificateId ? (
                    <Link to="/certificates/$certificateId" params={{ certificateId }}>
                      {number}
                    </Link>
                  ) : (
                    number
                  )}
                </strong>
                <span className="case-soft">{pick(agencyName)}</span>
              </li>
            ))}
            {missing.map(({ matter, name, rule, says }) => (
              <li key={`${matter} ${rule} ${says.zh}`}>
                <span>{pick(name)}</span>
                <span>{pick(says)}</span>
              </li>
            ))}
          </ol>
        </>
      }
    />
  )
}
