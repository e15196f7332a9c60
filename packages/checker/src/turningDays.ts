import type { Condition, District, Matter } from '@kaigong/catalogue'

/** Days on which what applies may change: the first day of a rule in time, the day after its last, the same of each assessment. ISO, ascending. */
export function turningDays(matters: readonly Matter[], { regionalAssessments }: District): readonly string[] {
  const windows = [
    ...matters.flatMap((m) => [...m.applies, ...(m.variants ?? [])]).flatMap(({ when }) => windowsOf(when)),
    ...regionalAssessments.map(({ validFrom, validTo }) => ({ from: validFrom, until: validTo })),
  ]
  const days = windows.flatMap(({ from, until }) => [
    ...(from === undefined ? [] : [from]),
    ...(until === undefined ? [] : [Temporal.PlainDate.from(until).add({ days: 1 }).toString()]),
  ])
  return [...new Set(days)].sort()
}

type Window = { readonly from?: string | undefined; readonly until?: string | undefined }

function windowsOf(c: Condition): readonly Window[] {
  if ('all' in c) return c.all.flatMap(windowsOf)
  if ('any' in c) return c.any.flatMap(windowsOf)
  if ('not' in c) return windowsOf(c.not)
  return 'accepted' in c ? [c.accepted] : []
}
