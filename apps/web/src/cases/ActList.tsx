import type { Text } from '@kaigong/contract'
import { Button, Card } from 'antd'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { capital } from './capital.ts'

type Offered = { readonly type: string; readonly name: Text; readonly notNow: Text | null }

type Props<A extends Offered> = {
  readonly acts: readonly A[]
  /** What a button says when one rests on it. */
  readonly hint?: (act: A) => string | undefined
  /** The form of an act that was chosen. */
  readonly form: (act: A, onClose: () => void) => ReactNode
}

/** What the person may do now as buttons, and what their part allows but not now, with the reason. */
export function ActList<A extends Offered>({ acts, hint, form }: Props<A>) {
  const t = useText()
  const pick = usePick()
  const [doing, setDoing] = useState<A>()
  const now = acts.filter(({ notNow }) => notNow === null)
  const later = acts.filter(({ notNow }) => notNow !== null)
  return (
    <Card size="small" title={<h2 className="case-heading">{t('cases.acts')}</h2>}>
      {now.length === 0 && <p className="case-soft">{t('cases.noActs')}</p>}
      <div className="case-acts">
        {now.map((act) => (
          <Button key={act.type} title={hint?.(act)} onClick={() => setDoing(act)}>
            {capital(pick(act.name))}
          </Button>
        ))}
      </div>
      {later.length > 0 && (
        <details className="case-later">
          <summary>{t('cases.notNow', { n: later.length })}</summary>
          <ul>
            {later.map((act) => (
              <li key={act.type}>
                <strong>{capital(pick(act.name))}</strong> {act.notNow && pick(act.notNow)}
              </li>
            ))}
          </ul>
        </details>
      )}
      {doing && form(doing, () => setDoing(undefined))}
    </Card>
  )
}
