import { Alert } from 'antd'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useText } from '../text/useText.ts'

/** A short break of the stream is nobody's business. */
const PATIENCE_MS = 4000

const subscribe = (listener: () => void) => {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}

/** Says when the page may be out of date: no network, or the stream of changes is broken. */
export function LineBanner({ streamBroken }: { readonly streamBroken: boolean }) {
  const t = useText()
  const online = useSyncExternalStore(subscribe, () => navigator.onLine)
  const [long, setLong] = useState(false)
  useEffect(() => {
    if (!streamBroken) {
      setLong(false)
      return undefined
    }
    const later = setTimeout(() => setLong(true), PATIENCE_MS)
    return () => clearTimeout(later)
  }, [streamBroken])
  return (
    <div role="status">
      {!online && <Alert type="warning" banner title={t('shell.offline')} />}
      {online && long && <Alert type="warning" banner title={t('shell.stale')} />}
    </div>
  )
}
