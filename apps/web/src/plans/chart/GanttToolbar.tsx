import { AimOutlined, MinusOutlined, PlusOutlined, PrinterOutlined } from '@ant-design/icons'
import { Button, Segmented, Space } from 'antd'
import { useText } from '../../text/useText.ts'
import type { Grouping } from './rows.ts'

type Props = {
  readonly grouping: Grouping
  readonly onGrouping: (grouping: Grouping) => void
  readonly unfolded: boolean
  readonly onUnfolded: (all: boolean) => void
  /** Whether one can still zoom out, and in. */
  readonly zoomable: readonly [boolean, boolean]
  readonly onZoom: (by: 1 | -1) => void
  readonly onHome: () => void
  readonly onLand: (() => void) | undefined
}

/** How the chart is grouped, folded and zoomed. */
export function GanttToolbar({ grouping, onGrouping, unfolded, onUnfolded, zoomable, onZoom, onHome, onLand }: Props) {
  const t = useText()
  return (
    <div className="gantt-toolbar no-print">
      <Segmented<Grouping>
        aria-label={t('plans.group')}
        value={grouping}
        onChange={onGrouping}
        options={(['stage', 'agency'] as const).map((value) => ({ value, label: t(`plans.group.${value}`) }))}
      />
      <Segmented<string>
        aria-label={t('plans.detail')}
        value={unfolded ? 'activities' : 'matters'}
        onChange={(value) => onUnfolded(value === 'activities')}
        options={(['matters', 'activities'] as const).map((value) => ({ value, label: t(`plans.detail.${value}`) }))}
      />
      <Space.Compact>
        <Button
          icon={<MinusOutlined aria-hidden />}
          aria-label={t('plans.zoomOut')}
          disabled={!zoomable[0]}
          onClick={() => onZoom(-1)}
        />
        <Button
          icon={<PlusOutlined aria-hidden />}
          aria-label={t('plans.zoomIn')}
          disabled={!zoomable[1]}
          onClick={() => onZoom(1)}
        />
      </Space.Compact>
      <Button icon={<AimOutlined aria-hidden />} onClick={onHome}>
        {t('plans.goToAsOf')}
      </Button>
      {onLand && <Button onClick={onLand}>{t('plans.goToLand')}</Button>}
      <Button icon={<PrinterOutlined aria-hidden />} aria-label={t('plans.print')} onClick={() => print()} />
    </div>
  )
}
