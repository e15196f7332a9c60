import type { PlanSummary } from '@kaigong/contract'
import { Tag } from 'antd'
import { useText } from '../../text/useText.ts'

const colours = {
  computed: 'default',
  countersigning: 'processing',
  adopted: 'success',
  superseded: 'default',
  dropped: 'default',
} as const

/** How far a version has come, as a word; the colour only helps. */
export function StatusTag({ status }: Pick<PlanSummary, 'status'>) {
  const t = useText()
  return <Tag color={colours[status]}>{t(`plans.status.${status}`)}</Tag>
}
