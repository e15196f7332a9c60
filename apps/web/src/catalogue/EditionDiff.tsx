import type { EditionView } from '@kaigong/contract'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Card, Flex, Select, Skeleton } from 'antd'
import { useId } from 'react'
import { ProblemView } from '../shell/ProblemView.tsx'
import { useText } from '../text/useText.ts'
import { ChangeTable } from './ChangeTable.tsx'
import { difference } from './queries.ts'

type Props = {
  readonly edition: EditionView
  readonly editions: readonly EditionView[]
  readonly from: string | undefined
}

/** What an edition says otherwise than another one: usually the one in force, any other by choice; the address keeps both. */
export function EditionDiff({ edition, editions, from }: Props) {
  const t = useText()
  const id = useId()
  const navigate = useNavigate()
  const others = editions.filter((other) => other.id !== edition.id)
  const other = others.find((one) => one.id === from) ?? others.find(({ status }) => status === 'inForce') ?? others[0]
  const found = useQuery({ ...difference(other?.id ?? '', edition.id), enabled: other !== undefined })
  return (
    <Card size="small" title={<h3 className="matter-heading">{t('catalogue.diff')}</h3>}>
      {other === undefined ? (
        <span className="catalogue-soft">{t('catalogue.onlyOne')}</span>
      ) : (
        <>
          <Flex wrap gap="8px 12px" align="center" className="edition-compared">
            <label htmlFor={id}>{t('catalogue.from')}</label>
            <Select
              id={id}
              className="edition-choice"
              value={other.id}
              onChange={(next) => navigate({ to: '/catalogue/editions', search: { edition: edition.id, from: next } })}
              options={others.map((one) => ({
                value: one.id,
                label: `${one.name} · ${t(`catalogue.statusOf.${one.status}`)}`,
              }))}
            />
          </Flex>
          {found.isPending && <Skeleton active />}
          {found.error && <ProblemView error={found.error} onRetry={() => found.refetch()} />}
          {found.data?.length === 0 && <p className="catalogue-soft">{t('catalogue.same')}</p>}
          {found.data && found.data.length > 0 && <ChangeTable changes={found.data} />}
        </>
      )}
    </Card>
  )
}
