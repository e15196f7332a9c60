import '../cases/cases.css'
import type { CaseId } from '@kaigong/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ProblemView } from '../shell/ProblemView.tsx'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { certificatesOf } from './queries.ts'
import { StatusTag } from './StatusTag.tsx'

type Props = {
  readonly projectId: string
  /** Only those that came of this case. */
  readonly caseId?: CaseId
}

/** Certificates of a project or of one of its cases, the latest first, those out of force among them; nothing while there is none. */
export function CertificateList({ projectId, caseId }: Props) {
  const t = useText()
  const pick = usePick()
  const { data, error } = useQuery(certificatesOf(projectId))
  if (error) return <ProblemView error={error} />
  const items = (data ?? []).filter((item) => caseId === undefined || item.caseId === caseId)
  if (items.length === 0) return null
  return (
    <section aria-labelledby="certificates">
      <h2 id="certificates">{t('certificates.title')}</h2>
      <ul className="case-lines">
        {items.map(({ id, kind, number, agencyName, issuedOn, status, onLandDay }) => (
          <li key={id}>
            <div className="case-line-head">
              <span>
                {pick(kind)}{' '}
                <Link to="/certificates/$certificateId" params={{ certificateId: id }}>
                  {number}
                </Link>
              </span>
              <StatusTag status={status} />
            </div>
            <p className="case-soft">
              {pick(agencyName)} · {issuedOn}
              {onLandDay && ` · ${t('certificates.onLandDay')}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
