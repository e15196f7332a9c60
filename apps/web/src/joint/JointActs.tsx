import type { JointView } from '@kaigong/contract'
import { ActList } from '../cases/ActList.tsx'
import { JointActForm } from './JointActForm.tsx'

/** What the person may do to a joint handling. */
export const JointActs = ({ view }: { readonly view: JointView }) => (
  <ActList
    acts={view.acts}
    form={(act, onClose) => <JointActForm key={act.type} view={view} act={act} onClose={onClose} />}
  />
)
