import type { CaseView, PermittedAct } from '@kaigong/contract'
import { Button, Card } from 'antd'
import { useState } from 'react'
import { useListText } from '../text/useListText.ts'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { ActForm } from './ActForm.tsx'
import { capital } from './capital.ts'

/** What the person may do to a case as buttons, and what their role may do but the case does not allow now, with the reason. */
export function Acts({ view }: { readonly view: CaseView }) {
  const t = useText()
  const pick = usePick()
  const listText = useListText()
  const [doing, setDoing] = useState<PermittedAct>()
  const now = view.acts.filter(({ notNow }) => notNow === null)
  const later = view.acts.filter(({ notNow }) => notNow !== null)
  return (
    <Card size="small" title={<h2 className="case-heading">{t('cases.acts')}</h2>}>
      {now.length === 0 && <p className="case-soft">{t('cases.noActs')}</p>}
      <div className="case-acts">
        {now.map((act) => (
          <Button
            key={act.type}
            title={
              act.attach.length === 0
                ? undefined
                : t('cases.needs', { papers: listText(act.attach.map(({ name }) => pick(name))) })
            }
            onClick={() => setDoing(act)}
          >
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
      {doing && <ActForm key={doing.type} view={view} act={doing} onClose={() => setDoing(undefined)} />}
    </Card>
  )
}
