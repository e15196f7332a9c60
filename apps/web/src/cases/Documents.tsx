import { type CaseView, contracts, urlOf } from '@kaigong/contract'
import { Card } from 'antd'
import { useLanguage } from '../text/useLanguage.ts'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { capital } from './capital.ts'

type Props = Pick<CaseView, 'id' | 'documents'>

/** The papers of the case, the earliest first, each as a PDF in the language of the page. */
export function Documents({ id, documents }: Props) {
  const t = useText()
  const pick = usePick()
  const lang = useLanguage()
  return (
    <Card size="small" title={<h2 className="case-heading">{t('cases.documents')}</h2>}>
      {documents.length === 0 ? (
        <p className="case-soft">{t('cases.noDocuments')}</p>
      ) : (
        <ul className="case-plain-list">
          {documents.map(({ kind, name, on, version, number }) => (
            <li key={`${version} ${kind}`}>
              <a href={urlOf(contracts.documents.paper, { caseId: id, version, kind }, { lang })} download>
                {capital(pick(name))}
              </a>{' '}
              {number && <strong>{number}</strong>} <span className="case-soft">{on}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
