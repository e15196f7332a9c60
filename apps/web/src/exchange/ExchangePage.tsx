import { contracts, logFormats, spglFormats, urlOf } from '@kaigong/contract'
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Flex, Table, Typography } from 'antd'
import { asking } from '../api/asking.ts'
import { PageTitle } from '../shell/PageTitle.tsx'
import { ProblemView } from '../shell/ProblemView.tsx'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'

const { exchange } = contracts
/** Faults on the page at once. */
const SHOWN = 20

/** What goes out of the district, and what would be refused elsewhere. */
export function ExchangePage() {
  const t = useText()
  return (
    <>
      <PageTitle title={t('exchange.title')} />
      <Flex vertical gap={12}>
        <Card size="small" title={t('exchange.log')}>
          <Typography.Paragraph type="secondary">{t('exchange.logHint')}</Typography.Paragraph>
          <Flex wrap gap={8}>
            {logFormats.map((format) => (
              <Button key={format} href={urlOf(exchange.log, { format })} download>
                {t(`exchange.log.${format}`)}
              </Button>
            ))}
          </Flex>
        </Card>
        <Card size="small" title={t('exchange.spgl')}>
          <Typography.Paragraph type="secondary">{t('exchange.spglHint')}</Typography.Paragraph>
          <Flex wrap gap={8}>
            {spglFormats.map((format) => (
              <Button key={format} href={urlOf(exchange.spgl, { format })} download>
                {t(`exchange.spgl.${format}`)}
              </Button>
            ))}
          </Flex>
          <Faults />
        </Card>
      </Flex>
    </>
  )
}

function Faults() {
  const t = useText()
  const pick = usePick()
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['exchange', 'faults'],
    queryFn: () => asking(exchange.spglFaults, {}),
  })
  if (error) return <ProblemView error={error} onRetry={refetch} />
  return (
    <>
      <Typography.Title level={2} style={{ fontSize: 15, marginTop: 16 }}>
        {t('exchange.faults', { n: data?.total ?? '…' })}
      </Typography.Title>
      {data && data.total > data.faults.length && (
        <Typography.Paragraph type="secondary">
          {t('exchange.firstOnly', { n: data.faults.length })}
        </Typography.Paragraph>
      )}
      <Table
        size="small"
        loading={isPending}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: isPending ? '…' : t('exchange.noFaults') }}
        pagination={{ pageSize: SHOWN, hideOnSinglePage: true, showSizeChanger: false }}
        dataSource={(data?.faults ?? []).map((fault, i) => ({ ...fault, key: i }))}
        columns={[
          { title: t('exchange.table'), dataIndex: 'table' },
          { title: t('exchange.row'), dataIndex: 'row', align: 'right' },
          { title: t('exchange.column'), dataIndex: 'column' },
          { title: t('exchange.fault'), render: (_, { says }) => pick(says) },
        ]}
      />
    </>
  )
}
