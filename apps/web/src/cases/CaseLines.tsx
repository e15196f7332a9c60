import type { CaseListItem } from '@kaigong/contract'
import { Link } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { capital } from './capital.ts'
import { TimeTag } from './TimeTag.tsx'

type Props = {
  readonly items: readonly CaseListItem[]
  readonly withProject?: boolean
  /** Which are chosen for an act on several; absent where nothing is chosen. */
  readonly choice?: { readonly chosen: ReadonlySet<string>; readonly onChoose: (id: string, isChosen: boolean) => void }
}

/** Cases as lines: what for, how much time is left, where it stands. */
export function CaseLines({ items, withProject = false, choice }: Props) {
  const t = useText()
  const pick = usePick()
  return (
    <ul className="case-lines">
      {items.map((item) => (
        <li key={item.id}>
          <div className="case-line-head">
            <span>
              {choice && (
                <Checkbox
                  aria-label={t('cases.choose', { number: item.number })}
                  checked={choice.chosen.has(item.id)}
                  onChange={({ target }) => choice.onChoose(item.id, target.checked)}
                />
              )}{' '}
              <Link to="/cases/$caseId" params={{ caseId: item.id }}>
                {item.occurrence} {pick(item.matterName)}
              </Link>
            </span>
            <TimeTag time={item.time} />
          </div>
          <p className="case-soft">
            {[
              capital(pick(item.stageName)),
              ...(withProject ? [item.projectName] : [pick(item.agencyName)]),
              item.number,
              t('cases.received', { day: item.receivedOn }),
              ...(item.holder ? [t('cases.holder', { name: item.holder })] : []),
              ...(item.enteredAfterwards > 0 ? [t('cases.afterwards', { n: item.enteredAfterwards })] : []),
              ...(item.synthetic ? [t('cases.synthetic')] : []),
            ].join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  )
}
