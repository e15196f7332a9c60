import type { Countersignature, PlanView } from '@kaigong/contract'
import { Link } from '@tanstack/react-router'
import { Card, Tag } from 'antd'
import { useMe } from '../../shell/me.ts'
import { beijingTime } from '../../text/time.ts'
import { usePick } from '../../text/usePick.ts'
import { useText } from '../../text/useText.ts'
import { SignMine } from './SignMine.tsx'

type Props = { readonly projectId: string; readonly view: PlanView }

/** Each agency with what it is asked to promise and what it said; one's own stands first and is signed here. */
export function Countersignatures({ projectId, view }: Props) {
  const t = useText()
  const { may } = useMe()
  const all = [...view.countersignatures].sort((a, b) => Number(b.mine) - Number(a.mine))
  const signed = all.filter(({ status }) => status === 'signed').length
  const mayStillSign = view.status === 'countersigning' && Boolean(may['plan.countersign'])
  return (
    <Card
      size="small"
      title={<h3 className="version-heading">{t('plans.versions.signatures')}</h3>}
      extra={all.length > 0 && t('plans.versions.signedCount', { signed, all: all.length })}
    >
      {all.length === 0 ? (
        <p className="version-soft">
          {t(view.status === 'computed' ? 'plans.versions.notCirculated' : 'plans.versions.noneAsked')}
        </p>
      ) : (
        <ul className="signatures">
          {all.map((one) => (
            <li key={one.agencyId} className={one.mine ? 'signature-mine' : undefined}>
              <Signature one={one} />
              {one.mine && mayStillSign && <SignMine projectId={projectId} view={view} mine={one} />}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

const colours = { waiting: 'default', signed: 'success', objected: 'error' } as const

function Signature({ one }: { readonly one: Countersignature }) {
  const t = useText()
  const pick = usePick()
  return (
    <>
      <div className="signature-head">
        <strong>{pick(one.agencyName)}</strong>
        <Tag color={colours[one.status]}>{t(`plans.versions.signature.${one.status}`)}</Tag>
        {one.mine && <Tag color="blue">{t('plans.versions.mine')}</Tag>}
        {one.at && (
          <span className="version-soft">
            {[one.signedBy ?? t('plans.versions.somebody'), beijingTime(one.at)].join(' · ')}
          </span>
        )}
      </div>
      {one.remark && (
        <p className="signature-remark">
          {t('plans.versions.remark')}: {one.remark}
        </p>
      )}
      <details open={one.mine}>
        <summary>{t('plans.versions.promiseCount', { n: one.promises.length })}</summary>
        <div className="ledger-scroll">
          <table className="ledger">
            <thead>
              <tr>
                <th scope="col">{t('plans.versions.matter')}</th>
                <th scope="col">{t('plans.versions.limit')}</th>
                <th scope="col">{t('plans.versions.by')}</th>
              </tr>
            </thead>
            <tbody>
              {one.promises.map((promise) => (
                <tr key={promise.occurrence}>
                  <td>
                    <Link to="/catalogue/$matterId" params={{ matterId: promise.matter }}>
                      {promise.occurrence} {pick(promise.name)}
                    </Link>
                  </td>
                  <td>{promise.limit ? pick(promise.limit) : '—'}</td>
                  <td className="ledger-day">{promise.by}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </>
  )
}
