import type { PlanView } from '@kaigong/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Card, Skeleton, Tag } from 'antd'
import { ProblemView } from '../../shell/ProblemView.tsx'
import { dayOfMoment } from '../../text/time.ts'
import { usePick } from '../../text/usePick.ts'
import { useText } from '../../text/useText.ts'
import { promises } from './queries.ts'

type Props = { readonly projectId: string; readonly view: PlanView }

/** What agencies have promised, beside the day that the shown version gives: whatever a plan says, a promise stays until it is replaced. */
export function Promises({ projectId, view }: Props) {
  const t = useText()
  const pick = usePick()
  const { data, error, isPending, refetch } = useQuery(promises(projectId))
  const matters = new Map(view.plan.matters.map((m) => [m.id, m]))
  const agencies = new Map(view.plan.matters.flatMap((m) => (m.agency === null ? [] : [[m.agency, m.agencyName]])))
  return (
    <Card size="small" title={<h3 className="version-heading">{t('plans.versions.promises')}</h3>}>
      {isPending && <Skeleton active />}
      {error && <ProblemView error={error} onRetry={refetch} />}
      {data?.length === 0 && <p className="version-soft">{t('plans.versions.noPromises')}</p>}
      {data && data.length > 0 && (
        <div className="ledger-scroll">
          <table className="ledger">
            <thead>
              <tr>
                <th scope="col">{t('plans.versions.matter')}</th>
                <th scope="col">{t('plans.versions.agency')}</th>
                <th scope="col">{t('plans.versions.promisedOn')}</th>
                <th scope="col">{t('plans.versions.plannedNow', { no: view.no })}</th>
                <th scope="col">{t('plans.versions.madeIn')}</th>
              </tr>
            </thead>
            <tbody>
              {data.map((promise) => {
                const issued = matters.get(promise.occurrence)?.issued
                const planned = issued ? dayOfMoment(issued) : null
                const agency = promise.agencyId === null ? undefined : agencies.get(promise.agencyId)
                return (
                  <tr key={promise.occurrence}>
                    <td>
                      <Link to="/catalogue/$matterId" params={{ matterId: promise.matter }}>
                        {promise.occurrence} {pick(promise.name)}
                      </Link>
                    </td>
                    <td>{agency ? pick(agency) : (promise.agencyId ?? '—')}</td>
                    <td className="ledger-day">{promise.promisedOn}</td>
                    <td className="ledger-day">
                      {planned ?? '—'}{' '}
                      {planned !== null && planned > promise.promisedOn && (
                        <Tag color="error">{t('plans.versions.later')}</Tag>
                      )}
                    </td>
                    <td>{t('plans.versionNo', { no: promise.planNo })}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  )
}
