import { ClockCircleOutlined, ExclamationCircleOutlined, PauseCircleOutlined, WarningOutlined } from '@ant-design/icons'
import type { CaseTime } from '@kaigong/contract'
import { useListText } from '../text/useListText.ts'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { type Tone, timeWords } from './timeWords.ts'

const signs: Readonly<Record<Tone, React.ReactNode>> = {
  calm: <ClockCircleOutlined aria-hidden />,
  soon: <ExclamationCircleOutlined aria-hidden />,
  late: <WarningOutlined aria-hidden />,
  still: <PauseCircleOutlined aria-hidden />,
}

/** How much time a case has left, by words, a sign and a colour. */
export function TimeTag({ time }: { readonly time: CaseTime }) {
  const { words, tone } = timeWords(time, useText(), usePick(), useListText())
  return (
    <span className={`case-time case-time-${tone}`}>
      {signs[tone]} {words}
    </span>
  )
}
