import type { GateView } from '@kaigong/contract'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useListText } from '../text/useListText.ts'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { Except } from './Except.tsx'

type Missing = GateView['missing'][number]
type Props = { readonly projectId: string; readonly gate: GateView; readonly mayExcept: boolean }

/** One gate for what it opens: yes, or each thing that is missing with its article. */
export function Gate({ projectId, gate, mayExcept }: Props) {
  const t = useText()
  const pick = usePick()
  const [excepting, setExcepting] = useState<Missing>()
  const { isOpen, missing, advised, exempted, excepted } = gate
  const words = {
    gate: `${gate.gate} ${pick(gate.name)}`,
    what: `${gate.opens.occurrence} ${pick(gate.opens.name)}`,
  }
  return (
    <Alert
      className="gate"
      style={{ marginBottom: 8 }}
      type={isOpen ? 'success' : 'warning'}
      showIcon
      title={
        isOpen
          ? t('gates.mayBegin', words)
          : `${t('gates.mayNotBegin', words)} · ${t('gates.shut', { n: missing.length })}`
      }
      description={
        <>
          {missing.length > 0 && (
            <ul>
              {missing.map((one) => (
                <li key={one.matter}>
                  <Lacking one={one} />{' '}
                  {mayExcept && (
                    <Button
                      size="small"
                      aria-label={t('gates.exceptOf', { matter: pick(one.name) })}
                      onClick={() => setExcepting(one)}
                    >
                      {t('gates.except')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )}
          {excepted.map(({ matter, on, by, policy, reason }) => (
            <p key={matter}>{t('gates.excepted', { matter, who: by.name ?? '', day: on, ...policy, reason })}</p>
          ))}
          {exempted.map(({ matter, says }) => (
            <p key={matter}>{t('gates.exempted', { matter, says: pick(says) })}</p>
          ))}
          {advised.length > 0 && (
            <details>
              <summary>{t('gates.advised', { n: advised.length })}</summary>
              <ul>
                {advised.map((one) => (
                  <li key={one.matter}>
                    <Lacking one={one} />
                  </li>
                ))}
              </ul>
            </details>
          )}
          {excepting && (
            <Except
              projectId={projectId}
              gate={gate.gate}
              missing={excepting}
              onClose={() => setExcepting(undefined)}
            />
          )}
        </>
      }
    />
  )
}

function Lacking({ one: { matter, name, why, says, basis, facts } }: { readonly one: Missing }) {
  const t = useText()
  const pick = usePick()
  const listText = useListText()
  return (
    <>
      <strong>
        {matter} {pick(name)}
      </strong>{' '}
      ({t(`gates.why.${why}`)}): {pick(says)}{' '}
      <span className="case-soft">
        {pick(basis.text)}
        {facts.length > 0 && ` · ${t('gates.facts', { facts: listText(facts.map((fact) => pick(fact.name))) })}`}
      </span>
    </>
  )
}
