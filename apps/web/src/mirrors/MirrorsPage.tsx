import { PageTitle } from '../shell/PageTitle.tsx'
import { useText } from '../text/useText.ts'
import { TakeFile } from './TakeFile.tsx'
import { Waiting } from './Waiting.tsx'
import '../cases/cases.css'

/** Cases that other systems of record handle: their rows are looked at and taken, and what found no place is seen to. */
export function MirrorsPage() {
  const t = useText()
  return (
    <>
      <PageTitle title={t('mirrors.title')} />
      <TakeFile />
      <Waiting />
    </>
  )
}
