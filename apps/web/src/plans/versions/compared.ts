import type { PlanSummary } from '@kaigong/contract'

type Version = Pick<PlanSummary, 'no' | 'status'>

/**
 * With which version another one is compared: the one that the address names, else the adopted one, else the one before it, else the one
 * after it. Undefined where there is no other.
 */
export function comparedWith(versions: readonly Version[], no: number, named: string | undefined): number | undefined {
  const others = versions.filter((version) => version.no !== no)
  const nos = others.map((version) => version.no)
  const before = nos.filter((other) => other < no)
  return (
    others.find((version) => String(version.no) === named)?.no ??
    others.find(({ status }) => status === 'adopted')?.no ??
    (before.length > 0 ? Math.max(...before) : nos.length > 0 ? Math.min(...nos) : undefined)
  )
}
