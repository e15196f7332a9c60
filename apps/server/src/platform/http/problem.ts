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
    detail:
      refused.says?.[lang] ??
      `${/[。.！!？?]$/.test(fact) ? fact : fact + stop}${lang === 'zh' ? '' : ' '}${todo[lang]}`,
    requestId,
    ...(refused.errors
      ? { errors: refused.errors.map(({ pointer, detail }) => ({ pointer, detail: detail[lang] })) }
      : {}),
    ...(refused.basis ? { basis: 'law' in refused.basis ? { ...refused.basis } : { law: refused.basis[lang] } } : {}),
    ...(refused.rule === undefined ? {} : { rule: refused.rule }),
    ...(refused.current === undefined ? {} : { current: refused.current }),
  }
}
