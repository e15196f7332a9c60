import type { contracts, OutOf } from '@kaigong/contract'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Flex, Input, Skeleton, Table } from 'antd'
import { useState } from 'react'
import { Confidence } from '../plans/Confidence.tsx'
import { EmptyState } from '../shell/EmptyState.tsx'
import { PageTitle } from '../shell/PageTitle.tsx'
import { ProblemView } from '../shell/ProblemView.tsx'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import './catalogue.css'
import { scrolling } from '../shell/scrolling.tsx'
import { EditionChoice } from './EditionChoice.tsx'
import { natureText, stageOrder, stageText } from './natures.ts'
import { matters } from './queries.ts'

type Line = OutOf<typeof contracts.editions.matters>['items'][number]

/** The matters of the catalogue in the order of a project's stages, each with who handles it, within what, and how sure that is. */
export function CataloguePage() {
  const t = useText()
  const navigate = useNavigate()
  const { q = '', edition } = useSearch({ from: '/catalogue' })
  const [typed, setTyped] = useState(q)
  const found = useQuery(matters(edition, q.trim().slice(0, 60)))
  const show = (next: { readonly q: string; readonly edition: string | undefined }) =>
    navigate({
      to: '/catalogue',
      search: {
        ...(next.q.trim() === '' ? {} : { q: next.q }),
        ...(next.edition === undefined ? {} : { edition: next.edition }),
      },
      replace: true,
    })
  return (
    <>
      <PageTitle title={t('catalogue.title')}>
        <Link to="/catalogue/editions">
          <Button>{t('catalogue.editions')}</Button>
        </Link>
      </PageTitle>
      <Flex wrap gap="8px 12px" align="center">
        <Input.Search
          className="catalogue-search"
          aria-label={t('catalogue.search')}
          placeholder={t('catalogue.nothingHint')}
          maxLength={60}
          allowClear
          value={typed}
          onChange={(e) => {
            setTyped(e.target.value)
            show({ q: e.target.value, edition })
          }}
        />
        <EditionChoice edition={edition} onEdition={(next) => show({ q, edition: next })} />
        {found.data && <span role="status">{t('catalogue.count', { n: found.data.items.length })}</span>}
      </Flex>
      {found.isPending && <Skeleton active paragraph={{ rows: 12 }} />}
      {found.error && <ProblemView error={found.error} onRetry={() => found.refetch()} />}
      {found.data?.items.length === 0 && (
        <EmptyState title={t('catalogue.nothing')} hint={t('catalogue.nothingHint')} />
      )}
      {found.data &&
        stageOrder.map((stage) => (
          <Stage
            key={stage}
            name={stageText(stage, t)}
            lines={found.data.items.filter((line) => line.stage === stage)}
            edition={edition}
          />
        ))}
    </>
  )
}

type StageProps = { readonly name: string; readonly lines: readonly Line[]; readonly edition: string | undefined }

function Stage({ name, lines, edition }: StageProps) {
  const t = useText()
  const pick = usePick()
  if (lines.length === 0) return null
  return (
    <section className="catalogue-stage">
      <h2>
        {name} <small>{t('catalogue.count', { n: lines.length })}</small>
      </h2>
      <Table<Line>
        size="small"
        rowKey="id"
        pagination={false}
        components={scrolling}
        scroll={{ x: 760 }}
        dataSource={lines}
        columns={[
          {
            title: t('catalogue.matter'),
            render: (_, { id, name: matter }) => (
              <Link
                to="/catalogue/$matterId"
                params={{ matterId: id }}
                search={edition === undefined ? {} : { edition }}
              >
                {id} {pick(matter)}
              </Link>
            ),
          },
          { title: t('catalogue.nature'), width: 120, render: (_, { nature }) => natureText(nature, t) },
          { title: t('catalogue.agency'), width: 150, render: (_, { agency }) => (agency ? pick(agency) : '—') },
          { title: t('catalogue.limit'), width: 240, render: (_, { limit }) => pick(limit) },
          {
            title: t('catalogue.confidence'),
            width: 100,
            render: (_, { confidence }) => <Confidence mark={confidence} />,
          },
        ]}
      />
    </section>
  )
}
