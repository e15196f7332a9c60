import { Tag, Tooltip } from 'antd'
import { useText } from '../text/useText.ts'

const known = ['A', 'B', 'C', 'GK', 'synthetic'] as const
type Mark = (typeof known)[number]
const isKnown = (mark: string): mark is Mark => known.some((one) => one === mark)

/** How far a statement can be trusted, as the catalogue marks it; what the mark means stands behind it. */
export function Confidence({ mark }: { readonly mark: string }) {
  const t = useText()
  if (!isKnown(mark)) return <Tag>{mark}</Tag>
  const means = t(`plans.mark.${mark}`)
  const name = t(`plans.markName.${mark}`)
  return (
    <Tooltip title={t('plans.confidence', { mark: name, means })}>
      <Tag
        className={`confidence confidence-${mark}`}
        tabIndex={0}
        aria-label={t('plans.confidence', { mark: name, means })}
      >
        {name}
      </Tag>
    </Tooltip>
  )
}
