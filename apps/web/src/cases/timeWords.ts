import type { CaseTime } from '@kaigong/contract'
import type { useListText } from '../text/useListText.ts'
import type { Pick } from '../text/usePick.ts'
import type { Say } from '../text/useText.ts'

/** How pressing it is: said by words and a sign, coloured besides. */
export type Tone = 'calm' | 'soon' | 'late' | 'still'

/** So few days left are soon; a design value, as for the lights (domain 4.3). */
const SOON = 3

/** How much time is left, as an officer says it: 剩余 3 个工作日, 超期 2 个工作日, 停表中（专家评审）. */
export function timeWords(
  time: CaseTime,
  t: Say,
  pick: Pick,
  listText: ReturnType<typeof useListText>,
): { readonly words: string; readonly tone: Tone } {
  const { hand, due, left, unit, isLate, lateByLaw, standingFor } = time
  if (hand === 'standing') {
    const why = listText(standingFor.map(pick))
    return { words: t('cases.time.standing', { why }), tone: 'still' }
  }
  if (due === null || left === null) {
    return { words: t(hand === 'ended' ? 'cases.time.ended' : 'cases.time.waiting'), tone: 'still' }
  }
  const what = t(`cases.due.${due}`)
  if (isLate) {
    const n = Math.abs(left)
    const words = n === 0 ? t('cases.time.over', { what }) : t(`cases.time.late.${unit}`, { what, n })
    // A promise that is broken is not yet the law.
    return { words: due === 'promised' && !lateByLaw ? `${words}${t('cases.time.lawNotYet')}` : words, tone: 'late' }
  }
  if (left === 0) return { words: t('cases.time.today', { what }), tone: 'soon' }
  return { words: t(`cases.time.left.${unit}`, { what, n: left }), tone: left <= SOON ? 'soon' : 'calm' }
}
