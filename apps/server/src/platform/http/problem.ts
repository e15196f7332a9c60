import { type Problem, refusals } from '@kaigong/contract'
import type { Refused } from './answer.ts'
import type { Lang } from './route.ts'

/** The problem (RFC 9457) that tells a refusal to a reader: the fact with its values, then what to do. */
export function problemOf(refused: Refused, lang: Lang, requestId: string): Problem {
  const { status, title, todo } = refusals[refused.refused]
  const stop = lang === 'zh' ? '。' : '.'
  const fact = (refused.detail ?? title)[lang]
  return {
    type: `/problems/${refused.refused}`,
    status,
    title: title[lang],
    detail: `${/[。.！!？?]$/.test(fact) ? fact : fact + stop}${lang === 'zh' ? '' : ' '}${todo[lang]}`,
    requestId,
    ...(refused.errors
      ? { errors: refused.errors.map(({ pointer, detail }) => ({ pointer, detail: detail[lang] })) }
      : {}),
    ...(refused.basis ? { basis: { ...refused.basis } } : {}),
    ...(refused.current === undefined ? {} : { current: refused.current }),
  }
}
