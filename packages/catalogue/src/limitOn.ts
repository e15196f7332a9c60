import type { Limit } from './limit.ts'
import type { Matter } from './matter.ts'

/** Whether a day lies within the window in which a statement holds; always where it names none. */
export function isInForce(
  window: { readonly from?: string | undefined; readonly until?: string | undefined } | undefined,
  day: string,
): boolean {
  return (window?.from ?? '') <= day && day <= (window?.until ?? '9999-12-31')
}

/**
 * The limit on what the agency must do, in force on the day of acceptance (ISO): its own for this variant before the one for all.
 * `ends` is what must be done in time. undefined where the matter says nothing of it.
 */
export function limitOn(
  { limits }: Pick<Matter, 'limits'>,
  variant: string | undefined,
  day: string,
  ends: NonNullable<Limit['ends']>,
): Limit | undefined {
  const own = limits.filter(
    (l) =>
      (l.ends ?? 'decision') === ends &&
      (l.who ?? 'agency') === 'agency' &&
      isInForce(l.inForce, day) &&
      (l.variant === undefined || l.variant === variant),
  )
  return own.find((l) => l.variant !== undefined) ?? own[0]
}
