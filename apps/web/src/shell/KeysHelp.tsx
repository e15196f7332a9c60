import { Modal } from 'antd'
import { useEffect, useState } from 'react'
import { type Key, useText } from '../text/useText.ts'
import { isWriting } from './isWriting.ts'

const keys: readonly (readonly [readonly string[], Key])[] = [
  [['/'], 'shell.keys.search'],
  [['?'], 'shell.keys.help'],
  [['j', 'k'], 'shell.keys.rows'],
  [['Enter'], 'shell.keys.open'],
  [['x'], 'shell.keys.select'],
  [['↑', '↓'], 'shell.keys.chartRows'],
  [['←', '→'], 'shell.keys.chartOpen'],
  [['+', '−'], 'shell.keys.zoom'],
  [['Home'], 'shell.keys.today'],
  [['Ctrl+S'], 'shell.keys.save'],
  [['Esc'], 'shell.keys.leave'],
]

/** What the keyboard does; `?` shows it on any page. */
export function KeysHelp() {
  const t = useText()
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === '?' && !isWriting(event.target)) setOpen(true)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  return (
    <Modal open={open} title={t('shell.help')} footer={null} onCancel={() => setOpen(false)} width={440}>
      <dl className="keys">
        {keys.map(([names, text]) => (
          <div key={text}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{t(text)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
