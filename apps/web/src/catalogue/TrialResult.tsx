import type { contracts, OutOf } from '@kaigong/contract'
import { Link } from '@tanstack/react-router'
import { Alert, Collapse, Flex, Statistic, Tag } from 'antd'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { ChangeTable } from './ChangeTable.tsx'

type Trial = OutOf<typeof contracts.editions.trial>
type Touched = Trial['touched'][number]
type Props = Pick<Trial, 'touched' | 'failed'> & { readonly projects: number }

/** What an edition would change: sums first, then each project with what moves; where a promise would be missed, that first of all. */
export function TrialResult({ projects, touched, failed }: Props) {
  const t = useText()
  const pick = usePick()
  const missed = touched.reduce((sum, one) => sum + one.promises.length, 0)
  const worstFirst = [...touched].sort(
    (a, b) => b.promises.length - a.promises.length || b.changes.length - a.changes.length,
  )
  return (
    <>
      <Flex wrap gap="8px 40px">
        <Statistic title={t('catalogue.projects')} value={projects} />
        <Statistic title={t('catalogue.touched')} value={touched.length} />
        <Statistic title={t('catalogue.missed')} value={missed} />
        <Statistic title={t('catalogue.failed')} value={failed.length} />
      </Flex>
      {touched.length === 0 && failed.length === 0 && (
        <Alert type="success" showIcon title={t('catalogue.untouched')} />
      )}
      {failed.map(({ projectId, name, reason }) => (
        <Alert key={projectId} type="warning" showIcon title={name} description={pick(reason)} />
      ))}
      {worstFirst.length > 0 && (
        <Collapse
          items={worstFirst.map((one) => ({
            key: one.projectId,
            label: (
              <Flex wrap gap={8}>
                <span>{one.name}</span>
                <Tag>{t('catalogue.changesOf', { n: one.changes.length })}</Tag>
                {one.promises.length > 0 && (
                  <Tag color="error">{t('catalogue.missedOf', { n: one.promises.length })}</Tag>
                )}
              </Flex>
            ),
            children: <Project one={one} />,
          }))}
        />
      )}
    </>
  )
}

function Project({ one }: { readonly one: Touched }) {
  const t = useText()
  const pick = usePick()
  return (
    <Flex vertical gap={8}>
      <Link to="/projects/$projectId/$tab" params={{ projectId: one.projectId, tab: 'versions' }}>
        {t('catalogue.openProject')}
      </Link>
      {one.promises.length > 0 && (
        <ul className="trial-missed">
          {one.promises.map(({ matter, name, promisedOn, wouldBe }) => (
            <li key={`${matter} ${promisedOn}`}>
              {t('catalogue.missedLine', {
                matter,
                name: pick(name),
                promised: promisedOn,
                day: wouldBe ?? t('catalogue.notPlanned'),
              })}
            </li>
          ))}
        </ul>
      )}
      <ChangeTable changes={one.changes.map(({ name, before, after }) => ({ what: name, before, after }))} />
    </Flex>
  )
}
