import '../cases/cases.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Card } from 'antd'
import { ProblemView } from '../shell/ProblemView.tsx'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { Due } from './Due.tsx'
import { jointTasks } from './queries.ts'

/** What joint handling waits for from one's agency or company, what is due first on top. */
export function MyJoint() {
  const t = useText()
  const pick = usePick()
  const { data, error, isPending } = useQuery(jointTasks)
  return (
    <Card size="small" title={`${t('joint.tasks')} ${data ? `(${data.length})` : ''}`} loading={isPending}>
      {error && <ProblemView error={error} />}
      {data?.length === 0 && <p className="case-soft">{t('joint.tasks.none')}</p>}
      <ul className="case-lines">
        {data?.map((item) => (
          <li key={`${item.id} ${item.task}`}>
            <div className="case-line-head">
              <Link to="/joint/$jointId" params={{ jointId: item.id }}>
                {t(`joint.task.${item.task}`, { matter: item.matterName ? pick(item.matterName) : '' })}
              </Link>
              <Due time={item} />
            </div>
            <p className="case-soft">
              {[t(`joint.kind.${item.kind}`), item.projectName, pick(item.leadName), item.number].join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
