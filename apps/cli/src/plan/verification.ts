import type { Text } from '../terminal/say.ts'

/** What to think of a plan in which the checker found so many broken rules. */
export const notVerified = (n: number): Text => ({
  zh: `独立检查器发现 ${n} 处违反，这是程序的缺陷，本方案不可用，请报告：`,
  en: `The independent checker found ${n} broken rule${n === 1 ? '' : 's'}. That is a bug and this plan is not to be used; please report:`,
})
