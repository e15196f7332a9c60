import { contracts, type MaterialVersion, urlOf } from '@kaigong/contract'
import { sizeText } from './sizeText.ts'

type Props = { readonly projectId: string; readonly materialId: string; readonly version: MaterialVersion }

/** A version to be downloaded, under its own name. */
export function FileLink({ projectId, materialId, version: { no, name, size } }: Props) {
  return (
    <>
      <a href={urlOf(contracts.files.download, { projectId, materialId, no })} download>
        {name}
      </a>{' '}
      <small>{sizeText(size)}</small>
    </>
  )
}
