import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { ProblemView } from '../shell/ProblemView.tsx'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { Due } from './Due.tsx'
import { OpenJoint } from './OpenJoint.tsx'
import { projectJoint } from './queries.ts'

/** Joint reviews, drawing reviews and acceptances of a project, and the way to open one. */
export function JointOfProject({ projectId }: { readonly projectId: string }) {
  const t = useText()
  const pick = usePick()
  const { data, error, isPending, refetch } = useQuery(projectJoint(projectId))
  const [isOpening, setOpening] = useState(false)
  if (isPending) return <Skeleton active paragraph={{ rows: 2 }} />
  if (error) return <ProblemView error={error} onRetry={refetch} />
  return (
    <section aria-labelledby="joint-of-project">
      <div className="case-line-head">
        <h2 id="joint-of-project">{t('joint.ofProject')}</h2>
        {data.mayOpen && (
          <Button size="small" onClick={() => setOpening(true)}>
            {t('joint.openTitle')}
          </Button>
        )}
      </div>
      {data.items.length === 0 && <p className="case-soft">{t('joint.none')}</p>}
      <ul className="case-lines">
        {data.items.map((item) => (
          <li key={item.id}>
            <div className="case-line-head">
              <Link to="/joint/$jointId" params={{ jointId: item.id }}>
                {t(`joint.kind.${item.kind}`)}
              </Link>
              <Due time={item} />
            </div>
            <p className="case-soft">
              {[
                item.conclusion ? t(`joint.conclusion.${item.conclusion}`) : t(`joint.stage.${item.stage}`),
                t('joint.heard', { heard: item.heard, asked: item.asked }),
                pick(item.leadName),
                item.number,
                ...(item.synthetic ? [t('joint.synthetic')] : []),
              ].join(' · ')}
            </p>
          </li>
        ))}
      </ul>
      {isOpening && <OpenJoint projectId={projectId} offer={data} onClose={() => setOpening(false)} />}
    </section>
  )
}
