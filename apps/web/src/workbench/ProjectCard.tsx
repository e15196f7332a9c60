import type { ProjectFilter } from '@kaigong/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Card, Flex, Typography } from 'antd'
import { ProblemView } from '../shell/ProblemView.tsx'
import { amountText } from '../text/money.ts'
import { useLanguage } from '../text/useLanguage.ts'
import { useText } from '../text/useText.ts'
import { someProjects } from './queries.ts'

/** How many projects a filter finds, the first few by name, and where the list of all of them is. */
export function ProjectCard({
  title,
  filter,
  sums = false,
}: {
  readonly title: string
  readonly filter: ProjectFilter
  readonly sums?: boolean
}) {
  const t = useText()
  const language = useLanguage()
  const { data, error, isPending } = useQuery(someProjects(filter))
  return (
    <Card
      size="small"
      title={title}
      loading={isPending}
      extra={
        <Link to="/projects" search={filter} aria-label={`${title}: ${data?.total ?? 0}`}>
          {data?.total ?? ''}
        </Link>
      }
    >
      {error && <ProblemView error={error} />}
      {sums && data && (
        <Typography.Paragraph>
          {t('workbench.spent', {
            spent: amountText(data.sums.spentThisYearWan, language),
            plan: amountText(data.sums.yearPlanWan, language),
          })}
        </Typography.Paragraph>
      )}
      <Flex vertical gap={4} component="ul" className="plain-list">
        {data?.items.map((item) => (
          <li key={item.id}>
            <Link to="/projects/$projectId/$tab" params={{ projectId: item.id, tab: 'plan' }}>
              {item.name}
            </Link>{' '}
            {item.constructionStart && (
              <Typography.Text type="secondary" className="whole">
                {t('workbench.start', { day: item.constructionStart })}
              </Typography.Text>
            )}
          </li>
        ))}
      </Flex>
    </Card>
  )
}
