import { workCalendar } from '@kaigong/calendar'
import type { Catalogue, Project } from '@kaigong/catalogue'
import type { Anchor, Request } from '@kaigong/planner'
import { dayAsked } from '../ground/dayAsked.ts'
import type { Text } from '../terminal/say.ts'

type Options = Readonly<Record<string, string>>

/**
 * What is asked of the planner: options go before what the project file says, and without either the plan looks from today
 * and asks for the earliest. Days that no calendar covers, or that contradict what has happened, are refused.
 */
export function requestOf(
  project: Project,
  options: Options,
  catalogue: Catalogue,
  today: () => string,
): { request: Request } | { wrong: Text } {
  const { 'as-of': asOfOption, 'land-day': landDay, 'start-by': startBy } = options
  if (landDay !== undefined && startBy !== undefined) {
    return {
      wrong: {
        zh: '--land-day 与 --start-by 只能问一个。',
        en: '--land-day and --start-by ask two different things: give one of them.',
      },
    }
  }
  const calendar = workCalendar(catalogue.calendars)
  const asOf = asOfOption ?? project.asOf ?? today()
  const anchor: Anchor =
    landDay !== undefined
      ? { kind: 'landDay', day: landDay }
      : startBy !== undefined
        ? { kind: 'startBy', day: startBy }
        : anchorOfFile(project)
  const named: readonly (readonly [string, string | undefined])[] = [
    ['--as-of', asOfOption],
    ['--land-day', landDay],
    ['--start-by', startBy],
  ]
  for (const [option, word] of named) {
    const asked = word === undefined ? undefined : dayAsked(word, calendar)
    if (asked && 'wrong' in asked)
      return { wrong: { zh: `${option}：${asked.wrong.zh}`, en: `${option}: ${asked.wrong.en}` } }
  }
  const wrong = contradiction(project, asOf, anchor)
  return wrong ? { wrong } : { request: { asOf, anchor } }
}

const anchorOfFile = ({ startBy, land }: Project): Anchor =>
  startBy !== undefined
    ? { kind: 'startBy', day: startBy }
    : land?.day !== undefined
      ? { kind: 'landDay', day: land.day }
      : { kind: 'earliest' }

/** The rules that reading the file holds its own days to, for days that come from the command line or from today. */
function contradiction(project: Project, asOf: string, anchor: Anchor): Text | undefined {
  const future = project.done.find(({ on }) => on > asOf)
  if (future) {
    return {
      zh: `${future.matter} 的办成日 ${future.on} 晚于计划基准日 ${asOf}，还不能算已办成；请改 --as-of 或项目文件的 done。`,
      en: `${future.matter} is dated ${future.on}, after the as-of day ${asOf}: it cannot be done yet. Change --as-of or done of the project file.`,
    }
  }
  const contract = project.done.find(({ matter }) => matter === 'P10')
  if (anchor.kind === 'landDay' && contract && anchor.day < contract.on && project.land?.basis !== 'transaction') {
    return {
      zh: `拿地日 ${anchor.day} 早于出让合同日 ${contract.on}；请核对口径（land.basis）与 --land-day。`,
      en: `The land day ${anchor.day} is before the contract of ${contract.on}; check its basis (land.basis) and --land-day.`,
    }
  }
  return undefined
}
