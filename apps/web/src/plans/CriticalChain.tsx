import type { PlanDocument } from '@kaigong/contract'
import { Button } from 'antd'
import { EmptyState } from '../shell/EmptyState.tsx'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { Basis } from './Basis.tsx'
import { spanText } from './names.ts'
import './plans.css'

type Props = { readonly plan: PlanDocument; readonly onWhy?: ((activity: string) => void) | undefined }

/** The chain of steps of which none can slip, first cause first, each with the reason that ties it to the one before. */
export function CriticalChain({ plan, onWhy }: Props) {
  const t = useText()
  const pick = usePick()
  if (plan.criticalChain.length === 0) return <EmptyState title={t('plans.chainNone')} />
  return (
    <section className="chain" aria-label={t('plans.chain')}>
      <p className="chain-note">{t('plans.chainNote')}</p>
      <ol>
        {plan.criticalChain.map((link) => (
          <li key={link.activity}>
            <div className="chain-days">{spanText(link.start, link.finish, t)}</div>
            <div>
              {onWhy ? (
                <Button type="link" className="chain-name" onClick={() => onWhy(link.activity)}>
                  {pick(link.name)}
                </Button>
              ) : (
                <strong>{pick(link.name)}</strong>
              )}
              <div className="chain-because">{pick(link.because)}</div>
              {link.basis && <Basis basis={link.basis} />}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
