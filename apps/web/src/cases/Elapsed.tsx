import type { ElapsedSplit } from '@kaigong/contract'
import { useText } from '../text/useText.ts'

const owners = ['government', 'enterprise', 'intermediary', 'utility'] as const

/** Working days so far by whose they were, as a strip and in words. */
export function Elapsed({ split }: { readonly split: ElapsedSplit }) {
  const t = useText()
  const all = owners.reduce((sum, owner) => sum + split[owner], 0)
  return (
    <div>
      {all > 0 && (
        <div className="case-elapsed" aria-hidden="true">
          {owners.map((owner) => (
            <span key={owner} className={`case-elapsed-${owner}`} style={{ flexGrow: split[owner] }} />
          ))}
        </div>
      )}
      <p className="case-soft">
        {[
          t('cases.elapsed.all', { n: all }),
          ...owners.flatMap((owner) => (split[owner] > 0 ? [t(`cases.elapsed.${owner}`, { n: split[owner] })] : [])),
        ].join(' · ')}
      </p>
    </div>
  )
}
