import type { LandComparison } from '@kaigong/contract'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'

/** After the land: how many working days each certificate took, beside the plan, the promise and the law. */
export function Comparison({ comparison }: { readonly comparison: LandComparison }) {
  const t = useText()
  const pick = usePick()
  const { firstPermit, statutorySum, promisedSum, rows } = comparison
  const days = (n: number | null) => (n === null ? '—' : t('land.workdays', { n }))
  return (
    <section className="land-comparison" aria-labelledby="land-comparison">
      <h2 id="land-comparison">{t('land.comparison')}</h2>
      {firstPermit && (
        <p className="land-headline">
          {t('land.firstPermit', { day: firstPermit.on, days: firstPermit.days, workdays: firstPermit.workdays })}
        </p>
      )}
      <p className="case-soft">{t('land.sums', { statutory: statutorySum, promised: promisedSum })}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways on a phone, by keyboard too */}
      <section className="land-scroll" aria-label={t('land.table')} tabIndex={0}>
        <table className="land-table">
          <thead>
            <tr>
              <th scope="col">{t('land.certificate')}</th>
              <th scope="col">{t('land.actual')}</th>
              <th scope="col">{t('land.inPlan')}</th>
              <th scope="col">{t('land.promise')}</th>
              <th scope="col">{t('land.law')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.matter}>
                <th scope="row">{pick(row.name)}</th>
                <td>
                  {days(row.workdays)} <span className="case-soft">{row.issuedOn}</span>
                </td>
                <td>
                  {days(row.planned)} <span className="case-soft">{row.plannedOn}</span>
                </td>
                <td>
                  {row.promisedOn ?? '—'} {row.kept !== null && t(row.kept ? 'land.kept' : 'land.late')}
                </td>
                <td>{days(row.statutory)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}
