import type { LandCondition } from '@kaigong/contract'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'

/** Conditions, those that are not met first: what, and who must act. */
export function ConditionList({ conditions }: { readonly conditions: readonly LandCondition[] }) {
  const t = useText()
  const pick = usePick()
  const sorted = [...conditions].sort((a, b) => Number(a.met) - Number(b.met))
  return (
    <ul className="land-conditions">
      {sorted.map(({ rule, says, met, who }) => (
        <li key={`${rule} ${says.zh}`} className={met ? 'land-met' : 'land-unmet'}>
          <span className="land-sign" role="img" aria-label={t(met ? 'land.met' : 'land.notMet')}>
            {met ? '✓' : '✗'}
          </span>
          <span>
            {pick(says)}
            {who && <strong className="land-who">{t('land.acts', { who: pick(who.name) })}</strong>}
          </span>
        </li>
      ))}
    </ul>
  )
}
