import type { PlanDocument } from '@kaigong/contract'
import { usePick } from '../text/usePick.ts'
import { Confidence } from './Confidence.tsx'

/** Where a statement comes from, with its article, and how far it can be trusted. */
export function Basis({ basis }: { readonly basis: PlanDocument['matters'][number]['citations'][number] }) {
  const pick = usePick()
  return (
    <span className="basis">
      <cite>{pick(basis.text)}</cite> <Confidence mark={basis.confidence} />
    </span>
  )
}
