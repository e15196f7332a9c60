import type { PlanDocument } from '@kaigong/contract'
import { Drawer, Grid } from 'antd'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { matterText, stepText } from './names.ts'
import './plans.css'
import { WhyActivity } from './WhyActivity.tsx'
import { WhyMatter } from './WhyMatter.tsx'

type Props = {
  readonly plan: PlanDocument
  /** The id of an activity, or of a matter's occurrence; null where nothing is asked. */
  readonly activity: string | null
  /** Goes to another activity that a reason names. */
  readonly onShow: (activity: string) => void
  readonly onClose: () => void
}

/** Why something stands on its day: a panel beside the chart, the whole page on a phone. */
export function WhyPanel({ plan, activity: id, onShow, onClose }: Props) {
  const t = useText()
  const pick = usePick()
  const wide = Grid.useBreakpoint().md ?? true
  const activity = plan.activities.find((a) => a.id === id)
  const matter = plan.matters.find((m) => m.id === (activity?.occurrence ?? id))
  const title = activity ? stepText(activity, matter, pick) : t('plans.why')
  return (
    <Drawer
      open={activity !== undefined || matter !== undefined}
      onClose={onClose}
      size={wide ? 520 : '100%'}
      title={title}
      destroyOnHidden
      className="why"
    >
      {matter && <h2 className="why-matter">{matterText(matter, pick, t)}</h2>}
      {activity && <WhyActivity activity={activity} onShow={onShow} />}
      {matter && <WhyMatter plan={plan} matter={matter} current={activity?.id} onShow={onShow} />}
    </Drawer>
  )
}
