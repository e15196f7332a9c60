import type { ProjectListItem } from '@kaigong/contract'
import { Link } from '@tanstack/react-router'
import { Card, Flex, Skeleton, Tag, Typography } from 'antd'
import { amountText } from '../../text/money.ts'
import { useLanguage } from '../../text/useLanguage.ts'
import { useText } from '../../text/useText.ts'

/** The list on a phone: one column, one card a project, the whole card is the target. */
export function ProjectCards({
  rows,
  loading,
}: {
  readonly rows: readonly ProjectListItem[]
  readonly loading: boolean
}) {
  const t = useText()
  const language = useLanguage()
  if (loading) return <Skeleton active />
  return (
    <Flex vertical gap={8} component="ul" className="project-cards">
      {rows.map((row) => (
        <li key={row.id}>
          <Link to="/projects/$projectId/$tab" params={{ projectId: row.id, tab: 'plan' }}>
            <Card size="small" hoverable>
              <Typography.Text strong>{row.name}</Typography.Text>
              <Flex wrap gap={4} style={{ marginBlock: 6 }}>
                <Tag>{t(`projects.level.${row.level}`)}</Tag>
                <Tag>{t(`projects.stage.${row.stage}`)}</Tag>
                <Tag>{t(`projects.planStatus.${row.planStatus}`)}</Tag>
                {row.synthetic && <Tag>{t('projects.synthetic')}</Tag>}
              </Flex>
              <Typography.Text type="secondary">
                {[
                  row.township,
                  row.investmentWan && amountText(row.investmentWan, language),
                  row.constructionStart && `${t('projects.constructionStart')} ${row.constructionStart}`,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Typography.Text>
            </Card>
          </Link>
        </li>
      ))}
    </Flex>
  )
}
