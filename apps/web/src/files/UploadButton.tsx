import { fileKinds, type MaterialView } from '@kaigong/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useId, useRef, useState } from 'react'
import { asking } from '../api/asking.ts'
import { ProblemView } from '../shell/ProblemView.tsx'
import { useText } from '../text/useText.ts'
import { materialKey } from './queries.ts'
import { type Progress, sendFile, type Target } from './sendFile.ts'

type Props = {
  readonly target: Target
  readonly label: string
  readonly says: string
  /** Told once the file was taken. */
  readonly onTaken?: (material: MaterialView) => void
}

const endings = Object.keys(fileKinds)
  .map((kind) => `.${kind}`)
  .join(',')

/** Chooses a file and sends it, with how far it has come; what stops or breaks off goes on where it was. */
export function UploadButton({ target, label, says, onTaken }: Props) {
  const t = useText()
  const id = useId()
  const client = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const stop = useRef<AbortController>(undefined)
  const [progress, setProgress] = useState<Progress>({ step: 'reading', share: 0 })
  const upload = useMutation({
    mutationFn: (file: File) => {
      stop.current = new AbortController()
      return sendFile(file, target, { ask: asking, onProgress: setProgress, signal: stop.current.signal })
    },
    // Also where the page has been left meanwhile.
    onSuccess: (material) => {
      onTaken?.(material)
      return client.invalidateQueries({ queryKey: materialKey(target.projectId) })
    },
  })
  const name = upload.variables?.name ?? ''
  const isPaused = upload.isError && stop.current?.signal.aborted === true
  const goOn = () => upload.variables && upload.mutate(upload.variables)
  return (
    <div className="file-upload no-print">
      <input
        ref={input}
        type="file"
        hidden
        accept={endings}
        aria-label={says}
        onChange={({ target: chosen }) => {
          const [file] = chosen.files ?? []
          if (file) upload.mutate(file)
          // The same file may be chosen once more.
          chosen.value = ''
        }}
      />
      {!upload.isPending && (
        <Button size="small" aria-label={says} onClick={() => input.current?.click()}>
          {label}
        </Button>
      )}
      {upload.isPending && (
        <>
          <label htmlFor={id}>{t(`files.step.${progress.step}`, { name })}</label>
          <progress id={id} value={progress.step === 'checking' ? undefined : progress.share} max={1} />
          <Button size="small" onClick={() => stop.current?.abort()}>
            {t('files.pause')}
          </Button>
        </>
      )}
      {isPaused && (
        <>
          <span role="status">{t('files.paused', { name })}</span>
          <Button size="small" type="primary" onClick={goOn}>
            {t('files.goOn')}
          </Button>
        </>
      )}
      {upload.isError && !isPaused && <ProblemView error={upload.error} onRetry={goOn} />}
      {upload.isSuccess && <small role="status">{t('files.taken', { name: upload.data.latest.name })}</small>}
    </div>
  )
}
