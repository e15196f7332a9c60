import type { JointView } from '@kaigong/contract'
import { Button, Card } from 'antd'
import { useState } from 'react'
import { capital } from '../cases/capital.ts'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { JointActForm } from './JointActForm.tsx'

type Permitted = JointView['acts'][number]

/** What the person may do as buttons, and what their part allows but not now, with the reason. */
export function JointActs({ view }: { readonly view: JointView }) {
  const t = useText()
  const pick = usePick()
  const [doing, setDoing] = useState<Permitted>()
  const now = view.acts.filter(({ notNow }) => notNow === null)
  const later = view.acts.filter(({ notNow }) => notNow !== null)
  return (
    <Card size="small" title={<h2 className="case-heading">{t('joint.acts')}</h2>}>
      {now.length === 0 && <p className="case-soft">{t('joint.noActs')}</p>}
      <div className="case-acts">
        {now.map((act) => (
          <Button key={act.type} onClick={() => setDoing(act)}>
            {capital(pick(act.name))}
          </Button>
        ))}
      </div>
      {later.length > 0 && (
        <details className="case-later">
          <summary>{t('joint.notNow', { n: later.length })}</summary>
          <ul>
            {later.map((act) => (
              <li key={act.type}>
                <strong>{capital(pick(act.name))}</strong> {act.notNow && pick(act.notNow)}
              </li>
            ))}
          </ul>
        </details>
      )}
      {doing && <JointActForm key={doing.type} view={view} act={doing} onClose={() => setDoing(undefined)} />}
    </Card>
  )
}
