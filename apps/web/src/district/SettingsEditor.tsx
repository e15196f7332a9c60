import { contracts, type OutOf } from '@kaigong/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Flex, Input } from 'antd'
import { useId, useState } from 'react'
import { asking, ProblemError } from '../api/asking.ts'
import { isRefusal } from '../api/refused.ts'
import { LinedText } from '../shell/LinedText.tsx'
import { lineFaults } from '../shell/lineFaults.ts'
import { ProblemView } from '../shell/ProblemView.tsx'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'

type File = OutOf<typeof contracts.editions.settings>['files'][number]
type Props = {
  readonly file: File
  /** The proposal that the change became: its edition. */
  readonly onProposed: (edition: string) => void
  readonly onClose: () => void
}

/** The shortest reason that the server takes. */
const REASON = 2

/** Changes a settings file as text; what the server finds wrong stands at its line, and nothing written is lost. */
export function SettingsEditor({ file, onProposed, onClose }: Props) {
  const t = useText()
  const pick = usePick()
  const id = useId()
  const client = useQueryClient()
  const [based, setBased] = useState(file.text)
  const [text, setText] = useState(file.text)
  const [reason, setReason] = useState('')
  const change = useMutation({
    mutationFn: () =>
      asking(contracts.editions.changeSettings, { params: { file: file.file }, body: { text, reason: reason.trim() } }),
    onSuccess: (edition) => {
      client.invalidateQueries({ queryKey: ['edition'] })
      onProposed(edition.id)
    },
  })
  const faulty = isRefusal(change.error, 'edition.faulty')
  const faults = faulty && change.error instanceof ProblemError ? lineFaults(change.error.problem.errors ?? []) : []
  const isHere = (path: string) => path.endsWith(`/${file.file}.yaml`)
  const startOver = () => {
    setBased(file.text)
    setText(file.text)
    change.reset()
  }
  return (
    <Flex vertical gap={12}>
      <span className="settings-soft">{t('district.editHint')}</span>
      {based !== file.text && <Alert type="warning" showIcon role="alert" title={t('district.changedMeanwhile')} />}
      <div className="fact">
        <label htmlFor={`${id}-text`}>{t('district.text', { name: pick(file.name) })}</label>
        <LinedText
          id={`${id}-text`}
          rows={24}
          value={text}
          onChange={setText}
          // A fault elsewhere, such as a matter that no longer has a handler, comes from this change, too: it is said without its line.
          faults={faults.map((fault) =>
            isHere(fault.path)
              ? fault
              : {
                  path: file.file,
                  line: null,
                  says: `${[fault.path || t('district.otherFile'), fault.line].filter((p) => p !== null).join(':')} ${fault.says}`,
                },
          )}
        />
      </div>
      <div className="fact">
        <label htmlFor={`${id}-reason`}>{t('district.reason')}</label>
        <Input id={`${id}-reason`} maxLength={200} value={reason} onChange={(e) => setReason(e.target.value)} />
      </div>
      {faulty && <Alert type="error" showIcon role="alert" title={t('district.faulty', { n: faults.length })} />}
      {change.error && !faulty && <ProblemView error={change.error} />}
      <Flex wrap gap={8}>
        <Button
          type="primary"
          disabled={text === file.text || reason.trim().length < REASON}
          loading={change.isPending}
          onClick={() => change.mutate()}
        >
          {t('district.send')}
        </Button>
        <Button disabled={text === file.text} onClick={startOver}>
          {t('district.startOver')}
        </Button>
        <Button onClick={onClose}>{t('district.cancel')}</Button>
      </Flex>
    </Flex>
  )
}
