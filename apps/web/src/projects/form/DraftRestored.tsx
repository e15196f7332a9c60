import { Alert, Button } from 'antd'
import { beijingTime } from '../../text/time.ts'
import { useText } from '../../text/useText.ts'

/** Says that what was written and not saved is back, and lets it be dropped. */
export function DraftRestored({ at, onDrop }: { readonly at: string; readonly onDrop: () => void }) {
  const t = useText()
  return (
    <Alert
      type="warning"
      showIcon
      title={t('projects.draftRestored', { at: beijingTime(at) })}
      action={
        <Button size="small" onClick={onDrop}>
          {t('projects.draftDrop')}
        </Button>
      }
    />
  )
}
