import type { CaseView } from '@kaigong/contract'
import { useListText } from '../text/useListText.ts'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { ActForm } from './ActForm.tsx'
import { ActList } from './ActList.tsx'

/** What the person may do to a case; each button says which papers the act needs. */
export function Acts({ view }: { readonly view: CaseView }) {
  const t = useText()
  const pick = usePick()
  const listText = useListText()
  return (
    <ActList
      acts={view.acts}
      hint={({ attach }) =>
        attach.length === 0 ? undefined : t('cases.needs', { papers: listText(attach.map(({ name }) => pick(name))) })
      }
      form={(act, onClose) => <ActForm key={act.type} view={view} act={act} onClose={onClose} />}
    />
  )
}
