import type { MaterialVersion, MaterialView } from '@kaigong/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemView } from '../shell/ProblemView.tsx'
import { beijingTime } from '../text/time.ts'
import { useListText } from '../text/useListText.ts'
import { useText } from '../text/useText.ts'
import { FileLink } from './FileLink.tsx'
import { seenBy } from './queries.ts'
import { UploadButton } from './UploadButton.tsx'

type Props = {
  readonly projectId: string
  readonly materials: readonly MaterialView[]
  readonly mayWrite: boolean
  /** What a material of the list is called; undefined where the plan no longer asks for it. */
  readonly nameOf: (use: string) => string | undefined
}

/** All files of a project with their versions, what each is for and who has seen it. */
export function FileList({ projectId, materials, mayWrite, nameOf }: Props) {
  const t = useText()
  const listText = useListText()
  return (
    <section>
      <h2>{t('files.all', { n: materials.length })}</h2>
      {mayWrite && (
        <>
          <p className="chain-note">{t('files.takes')}</p>
          <UploadButton
            target={{ projectId, uses: [], materialId: null }}
            label={t('files.uploadOther')}
            says={t('files.uploadOther')}
          />
        </>
      )}
      {materials.length === 0 && <p>{t('files.none')}</p>}
      <ul className="file-list">
        {materials.map(({ id, latest, earlier, uses }) => {
          const names = uses.flatMap((use) => nameOf(use) ?? [])
          return (
            <li key={id}>
              <FileLink projectId={projectId} materialId={id} version={latest} />
              <p>
                <About version={latest} />
                {' · '}
                {names.length > 0 ? t('files.usedFor', { names: listText(names) }) : t('files.usedForNothing')}
              </p>
              {earlier.length > 0 && (
                <details>
                  <summary>{t('files.earlier', { n: earlier.length })}</summary>
                  <ul>
                    {earlier.map((version) => (
                      <li key={version.no}>
                        <FileLink projectId={projectId} materialId={id} version={version} /> <About version={version} />
                      </li>
                    ))}
                  </ul>
                </details>
              )}
              <Seen projectId={projectId} materialId={id} />
              {mayWrite && (
                <UploadButton
                  target={{ projectId, uses: [], materialId: id }}
                  label={t('files.newVersion')}
                  says={t('files.newVersionOf', { name: latest.name })}
                />
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function About({ version }: { readonly version: MaterialVersion }) {
  const t = useText()
  const { no, uploadedAt, uploadedBy, scanned } = version
  const by = t('files.by', { who: uploadedBy ?? t('files.someone'), at: beijingTime(uploadedAt) })
  return <>{[t('files.version', { no }), by, ...(scanned ? [t('files.scanned')] : [])].join(' · ')}</>
}

/** Asked for when somebody wants to know. */
function Seen({ projectId, materialId }: { readonly projectId: string; readonly materialId: string }) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  const seen = useQuery({ ...seenBy(projectId, materialId), enabled: isOpen })
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('files.seen')}</summary>
      {seen.error && <ProblemView error={seen.error} />}
      {seen.data?.length === 0 && <p>{t('files.seenByNobody')}</p>}
      <ul>
        {seen.data?.map(({ no, by, at }) => (
          <li key={`${no} ${by} ${at}`}>
            {t('files.seenLine', { who: by ?? t('files.someone'), at: beijingTime(at), no })}
          </li>
        ))}
      </ul>
    </details>
  )
}
