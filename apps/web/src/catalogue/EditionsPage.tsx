import type { EditionView } from '@kaigong/contract'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { Button, Table, Tag, Typography } from 'antd'
import { useState } from 'react'
import { EmptyState } from '../shell/EmptyState.tsx'
import { useMe } from '../shell/me.ts'
import { PageTitle } from '../shell/PageTitle.tsx'
import { usePage } from '../shell/usePage.ts'
import { beijingTime } from '../text/time.ts'
import { useText } from '../text/useText.ts'
import './catalogue.css'
import { scrolling } from '../shell/scrolling.tsx'
import { EditionDecisions } from './EditionDecisions.tsx'
import { EditionDiff } from './EditionDiff.tsx'
import { ProposeDrawer } from './ProposeDrawer.tsx'
import { editionList } from './queries.ts'
import { TrialPanel } from './TrialPanel.tsx'

const colours = { proposed: 'processing', inForce: 'success', former: 'default', dropped: 'default' } as const

/** The editions of law, calendars and district files: proposed, tried on running projects, adopted. One is opened below the list. */
export function EditionsPage() {
  const t = useText()
  const { may } = useMe()
  const page = usePage()
  const search = useSearch({ from: '/catalogue/editions' })
  const { data: editions } = useSuspenseQuery(editionList)
  const [proposing, setProposing] = useState(false)
  const chosen = editions.find(({ id }) => id === search.edition) ?? editions[0]
  return (
    <>
      <Link to="/catalogue">← {t('catalogue.back')}</Link>
      <PageTitle title={t('catalogue.editions')}>
        {may['catalogue.propose'] && (
          <Button type="primary" onClick={() => setProposing(true)}>
            {t('catalogue.propose')}
          </Button>
        )}
      </PageTitle>
      <Table<EditionView>
        size="small"
        rowKey="id"
        components={scrolling}
        scroll={{ x: 900 }}
        pagination={{ pageSize: 10, ...page }}
        dataSource={editions}
        rowClassName={({ id }) => (id === chosen?.id ? 'edition-chosen' : '')}
        columns={[
          {
            title: t('catalogue.name'),
            render: (_, { id, name }) => (
              <Link
                to="/catalogue/editions"
                search={(old) => ({ ...old, edition: id })}
                aria-current={id === chosen?.id ? 'true' : undefined}
              >
                {name}
              </Link>
            ),
          },
          {
            title: t('catalogue.status'),
            width: 100,
            render: (_, { status }) => <Tag color={colours[status]}>{t(`catalogue.statusOf.${status}`)}</Tag>,
          },
          { title: t('catalogue.cause'), width: 130, render: (_, { cause }) => t(`catalogue.causeOf.${cause}`) },
          { title: t('catalogue.lawThrough'), width: 130, dataIndex: 'lawCheckedThrough' },
          { title: t('catalogue.calendarThrough'), width: 130, dataIndex: 'calendarThrough' },
          {
            title: t('catalogue.proposed'),
            width: 180,
            render: (_, { proposedAt, proposedBy }) =>
              `${beijingTime(proposedAt)} · ${proposedBy ?? t('catalogue.bySystem')}`,
          },
          {
            title: t('catalogue.adopted'),
            width: 140,
            render: (_, { adoptedAt }) => (adoptedAt ? beijingTime(adoptedAt) : '—'),
          },
        ]}
      />
      {chosen ? (
        <Opened key={chosen.id} edition={chosen} editions={editions} from={search.from} />
      ) : (
        <EmptyState title={t('catalogue.nothing')} />
      )}
      {proposing && <ProposeDrawer onClose={() => setProposing(false)} />}
    </>
  )
}

type OpenedProps = {
  readonly edition: EditionView
  readonly editions: readonly EditionView[]
  readonly from: string | undefined
}

function Opened({ edition, editions, from }: OpenedProps) {
  const t = useText()
  const { may } = useMe()
  return (
    <section className="edition">
      <h2>{edition.name}</h2>
      <p className="catalogue-soft">
        {t('shell.says', { what: t('catalogue.fingerprint'), how: '' })}
        <Typography.Text copyable={{ text: edition.id }}>{edition.id.slice(0, 16)}</Typography.Text>
      </p>
      <EditionDecisions edition={edition} />
      {may['catalogue.propose'] && (edition.status === 'proposed' || edition.trial) && <TrialPanel edition={edition} />}
      <EditionDiff edition={edition} editions={editions} from={from} />
    </section>
  )
}
