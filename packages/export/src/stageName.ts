import type { View } from './html/view.ts'

const STAGES = ['stage0', 'stage1', 'stage2', 'stage3', 'stage4', 'stage5'] as const

/** `阶段三 施工许可`. */
export function stageName(view: View, stage: number): string {
  const known = STAGES[stage]
  return known === undefined ? view.word('stageOther', { n: stage }) : view.word(known)
}
