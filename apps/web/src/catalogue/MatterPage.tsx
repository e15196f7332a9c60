import type { contracts, OutOf } from '@kaigong/contract'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Card, Flex, Tag } from 'antd'
import { Confidence } from '../plans/Confidence.tsx'
import { PageTitle } from '../shell/PageTitle.tsx'
import { usePick } from '../text/usePick.ts'
import { type Key, useText } from '../text/useText.ts'
import './catalogue.css'
import { EditionChoice } from './EditionChoice.tsx'
import { edgeText, natureText, stageText } from './natures.ts'
import { oneMatter } from './queries.ts'

type Matter = OutOf<typeof contracts.editions.matter>

/** Everything that the catalogue says of one matter: each statement with the law it rests on, and how sure that is. */
export function MatterPage() {
  const t = useText()
  const pick = usePick()
  const navigate = useNavigate()
  const { matterId } = useParams({ from: '/catalogue/$matterId' })
  const { edition } = useSearch({ from: '/catalogue/$matterId' })
  const { data: matter } = useSuspenseQuery(oneMatter(matterId, edition))
  const search = edition === undefined ? {} : { edition }
  return (
    <>
      <Link to="/catalogue" search={search}>
        ← {t('catalogue.back')}
      </Link>
      <PageTitle title={`${matter.id} ${pick(matter.name)}`} />
      <Flex wrap gap={6} align="center" className="matter-facts">
        <Tag>{stageText(matter.stage, t)}</Tag>
        <Tag>{natureText(matter.nature, t)}</Tag>
        {matter.agency && <Tag>{t('shell.says', { what: t('catalogue.agency'), how: pick(matter.agency) })}</Tag>}
        <Tag>{t('shell.says', { what: t('catalogue.limit'), how: pick(matter.limit) })}</Tag>
        <Confidence mark={matter.confidence} />
        <EditionChoice
          edition={edition}
          onEdition={(next) =>
            navigate({
              to: '/catalogue/$matterId',
              params: { matterId },
              search: next === undefined ? {} : { edition: next },
            })
          }
        />
      </Flex>
      <div className="matter">
        <div className="matter-sections">
          {matter.sections
            .filter(({ lines }) => lines.length > 0)
            .map((section) => (
              <Card
                key={section.title.zh}
                size="small"
                title={<h2 className="matter-heading">{pick(section.title)}</h2>}
              >
                <Statements lines={section.lines} />
              </Card>
            ))}
        </div>
        <div className="matter-neighbours">
          <Neighbours title="catalogue.before" others={matter.before} search={search} />
          <Neighbours title="catalogue.after" others={matter.after} search={search} />
        </div>
      </div>
    </>
  )
}

function Statements({ lines }: { readonly lines: Matter['sections'][number]['lines'] }) {
  const t = useText()
  const pick = usePick()
  return (
    <ul className="statements">
      {lines.map((line) => (
        <li key={`${line.text.zh} ${line.basis?.zh ?? ''}`}>
          <span>{pick(line.text)}</span>
          {(line.basis || line.confidence) && (
            <span className="statement-basis">
              {line.basis && <cite>{t('shell.says', { what: t('catalogue.basis'), how: pick(line.basis) })}</cite>}{' '}
              {line.confidence && <Confidence mark={line.confidence} />}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

type NeighboursProps = {
  readonly title: Key
  readonly others: Matter['before']
  readonly search: { readonly edition?: string }
}

function Neighbours({ title, others, search }: NeighboursProps) {
  const t = useText()
  const pick = usePick()
  return (
    <Card size="small" title={<h2 className="matter-heading">{t(title)}</h2>}>
      {others.length === 0 ? (
        <span>{t('catalogue.noNeighbours')}</span>
      ) : (
        <ul className="statements">
          {others.map((other) => (
            <li key={`${other.matter} ${other.kind} ${other.basis.zh}`}>
              <span>
                <Link to="/catalogue/$matterId" params={{ matterId: other.matter }} search={search}>
                  {other.matter} {pick(other.name)}
                </Link>{' '}
                <Tag>{edgeText(other.kind, t)}</Tag>
              </span>
              <span className="statement-basis">
                <cite>{pick(other.basis)}</cite> <Confidence mark={other.confidence} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
