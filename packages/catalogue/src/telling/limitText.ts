import type { Duration, Limit } from '../limit.ts'
import type { Teller } from './teller.ts'
import { ends, maker, startEvent, unit } from './terms.ts'

/** `20 日（按工作日计）`: the figure as written and, where the text leaves that open, the unit in which it is counted. */
export function durationText({ say, word }: Teller, { value, unitAsWritten, unitApplied }: Duration): string {
  const applied = say(unit[unitApplied])
  if (word('zh', 'en') === 'en') return `${value} ${value === 1 ? applied.replace(/s$/, '') : applied}`
  const same = unitAsWritten === '—' || applied.endsWith(unitAsWritten) || unitAsWritten.endsWith(applied)
  return same ? `${value} ${applied}` : `${value} ${unitAsWritten}（按${applied}计）`
}

/** A limit of the law in words: how long, from when, until what, for whom. */
export function limitText(teller: Teller, limit: Limit): string {
  const { say, word, listed } = teller
  return listed([
    limit.variant,
    amount(teller, limit),
    limit.ends === undefined ? undefined : `${word('至', 'until ')}${say(ends[limit.ends])}`,
    limit.who === undefined || limit.who === 'agency'
      ? undefined
      : `${word('责任：', 'duty of the ')}${say(maker[limit.who])}`,
  ])
}

function amount(teller: Teller, limit: Limit): string {
  const { say, word, listed, source } = teller
  switch (limit.kind) {
    case 'days': {
      const { extension, excludes = [] } = limit
      return listed([
        `${say(startEvent[limit.startEvent])} ${durationText(teller, limit)}`,
        extension === undefined
          ? undefined
          : `${word('可延长', 'may be extended by')} ${extension.value}${extension.by === undefined ? '' : word(`（${extension.by}批准）`, ` (by ${extension.by})`)} ${source(extension)}`,
        excludes.length === 0
          ? undefined
          : `${word('不计', 'not counting')} ${excludes.map(teller.procedure).join(word('、', ', '))}`,
      ])
    }
    case 'atOnce':
      return word('即时', 'at once')
    case 'general':
      return word(
        '本法无规定，按一般期限 20（+10）个工作日（行政许可法 42）',
        'none of its own: the general 20 (+10) working days (Administrative Licensing Law, art. 42)',
      )
    case 'contract':
      return word('按合同约定', 'as the contract says')
    case 'local':
      return word('由地方规定', 'set locally')
    case 'none':
      return limit.within === undefined
        ? word('无', 'none')
        : word(`并入 ${limit.within}`, `handled within ${limit.within}`)
  }
}
