import type { CaseView } from '@kaigong/contract'
import { Card } from 'antd'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { capital } from './capital.ts'

/** The documents that the acts resulted in, the earliest first. */
export function Documents({ documents }: { readonly documents: CaseView['documents'] }) {
  const t = useText()
  const pick = usePick()
  return (
    <Card size="small" title={<h2 className="case-heading">{t('cases.documents')}</h2>}>
      {documents.length === 0 ? (
        <p className="case-soft">{t('cases.noDocuments')}</p>
      ) : (
        <ul className="case-plain-list">
          {documents.map(({ name, on, version, number }) => (
            <li key={version}>
              {capital(pick(name))} {number && <strong>{number}</strong>} <span className="case-soft">{on}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
