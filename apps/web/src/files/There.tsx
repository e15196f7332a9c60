import { contracts, type MaterialView, type Wanted } from '@kaigong/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { asking } from '../api/asking.ts'
import { ProblemView } from '../shell/ProblemView.tsx'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { FileLink } from './FileLink.tsx'
import { materialKey } from './queries.ts'
import { UploadButton } from './UploadButton.tsx'

type Props = {
  readonly projectId: string
  readonly wanted: Wanted
  readonly materials: readonly MaterialView[]
  readonly mayWrite: boolean
}

/** Which files stand for one material of the list; others can be sent, or taken from those that are there already (一次提交、多次复用). */
export function There({ projectId, wanted, materials, mayWrite }: Props) {
  const t = useText()
  const pick = usePick()
  const client = useQueryClient()
  const change = useMutation({
    mutationFn: ({ id, version, uses }: Pick<MaterialView, 'id' | 'version' | 'uses'>) =>
      asking(
        contracts.files.use,
        { params: { projectId, materialId: id }, body: { uses: [...uses] } },
        { ifMatch: version },
      ),
    onSettled: () => client.invalidateQueries({ queryKey: materialKey(projectId) }),
  })
  const there = materials.filter(({ uses }) => uses.includes(wanted.id))
  const others = materials.filter(({ uses }) => !uses.includes(wanted.id))
  const name = pick(wanted.name)
  return (
    <div className="file-there">
      {there.length > 0 && (
        <ul>
          {there.map((material) => (
            <li key={material.id}>
              <FileLink projectId={projectId} materialId={material.id} version={material.latest} />{' '}
              {mayWrite && (
                <Button
                  size="small"
                  type="link"
                  className="no-print"
                  aria-label={t('files.noLongerNamed', { file: material.latest.name, name })}
                  onClick={() => change.mutate({ ...material, uses: material.uses.filter((use) => use !== wanted.id) })}
                >
                  {t('files.noLonger')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayWrite && (
        <UploadButton
          target={{ projectId, uses: [wanted.id], materialId: null }}
          label={t('files.upload')}
          says={t('files.uploadFor', { name })}
        />
      )}
      {mayWrite && others.length > 0 && (
        <Select<string>
          size="small"
          className="no-print"
          style={{ width: 190 }}
          value={null}
          aria-label={t('files.reuseFor', { name })}
          placeholder={t('files.reuse')}
          loading={change.isPending}
          options={others.map(({ id, latest }) => ({ value: id, label: latest.name }))}
          onChange={(id) => {
            const material = others.find((one) => one.id === id)
            if (material) change.mutate({ ...material, uses: [...material.uses, wanted.id] })
          }}
        />
      )}
      {change.error && <ProblemView error={change.error} />}
    </div>
  )
}
