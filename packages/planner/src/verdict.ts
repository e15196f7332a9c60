import { addWorkdays, countWorkdays, day, isoDate, isWorkday } from '@kaigong/calendar'
import type { Project, Text } from '@kaigong/catalogue'
import { onDayOf } from './acceptance.ts'
import { dateOf } from './axis.ts'
import type { Ground } from './ground.ts'
import { buildStarts, certificateChains } from './landmarks.ts'
import { isSolved, type Layout, type Request } from './layout.ts'
import { reached } from './network.ts'
import { type Outcome, outcomeOf } from './outcome.ts'
import type { ChainLink, Verdict } from './plan.ts'
import { conflictChain, reasonsFor } from './reasons.ts'
import { remedies } from './remedies.ts'
import type { Shown } from './shown.ts'
import type { Solved } from './solve.ts'

/** Whether what was asked can be had, in the words that a coordinator reads aloud; when it cannot, why, what is nearest and what would help. */
export function verdictOf(
  ground: Ground,
  project: Project,
  request: Request,
  asked: Layout,
  { layout: shown, near }: Shown,
  criticalChain: readonly ChainLink[],
  { explore }: { readonly explore: boolean },
): Verdict {
  const outcome = outcomeOf(ground, project, shown)
  const { anchor } = request
  const wanted = anchor.kind === 'earliest' ? null : anchor.day
  if (isSolved(asked)) {
    return {
      met: true,
      headline: headline(request, outcome),
      details: details(ground, outcome),
      asked: { kind: anchor.kind, date: wanted },
      nearest: null,
      // Asked about a land day one wants to know what holds the certificates; else, what holds the start of construction.
      chain: [
        ...(anchor.kind === 'landDay'
          ? reasonsFor(ground, project, shown, lastCertificate(ground, project, shown.solution), anchor)
          : criticalChain),
      ],
      remedies: [],
    }
  }
  const chain = conflictChain(ground, asked.solution as Exclude<Layout['solution'], Solved>, onDayOf(asked), wanted)
  return {
    met: false,
    headline: refusal(ground, request, near ?? null),
    details: [...closedDay(ground, request), ...details(ground, outcome)],
    asked: { kind: anchor.kind, date: wanted },
    nearest: near ?? null,
    chain: chain.map((link) => withDates(shown.solution, wanted ?? request.asOf, link)),
    remedies: explore ? [...remedies(ground, project, request, asked, near, outcome.constructionStart)] : [],
  }
}

/** The activity whose finish completes the certificates, or what begins construction where there are none. */
function lastCertificate(ground: Ground, project: Project, solved: Solved): string {
  const ends = certificateChains(ground, project, solved.chains)
    .filter((c) => c.core)
    .map(({ chain }) => reached(chain, 'issued').id)
  const finish = (id: string) => solved.finish[solved.index.get(id) ?? -1] ?? 0
  const last = ends.reduce<string | undefined>((a, b) => (a !== undefined && finish(a) >= finish(b) ? a : b), undefined)
  return last ?? buildStarts(solved.chains)[0] ?? ''
}

/** The dates that the shown plan gives to an activity of the conflict; a promise has its own. */
function withDates(solved: Solved, promised: string, link: Omit<ChainLink, 'start' | 'finish'>): ChainLink {
  const i = solved.index.get(link.activity)
  if (i === undefined) return { ...link, start: promised, finish: promised }
  const at = (t: number | undefined) => dateOf(solved.axis, t ?? 0)
  return { ...link, start: at(solved.start[i]), finish: at(solved.finish[i]) }
}

function headline({ anchor }: Request, o: Outcome): Text {
  const start = o.constructionStart ?? '—'
  switch (anchor.kind) {
    case 'landDay':
      return {
        zh: `可以。${anchor.day} 拿地，四证最早 ${o.certificates ?? '—'} 办齐（拿地后 ${o.workdaysFromLandToPermit ?? '—'} 个工作日领施工许可证），${start} 可开工。`,
        en: `Yes. With the land on ${anchor.day} the four certificates are complete on ${o.certificates ?? '—'} at the earliest (construction permit ${o.workdaysFromLandToPermit ?? '—'} working days after the land); construction can start on ${start}.`,
      }
    case 'startBy':
      return {
        zh: `可以。${anchor.day} 前开工有保障，最早 ${start} 可开工。`,
        en: `Yes. A start of construction by ${anchor.day} can be kept; the earliest is ${start}.`,
      }
    case 'earliest':
      return o.landDay === null || o.certificates === null
        ? { zh: `最早 ${start} 可开工。`, en: `Construction can start on ${start} at the earliest.` }
        : {
            zh: `最早 ${start} 可开工：${o.landDay} 拿地，${o.certificates} 四证办齐（拿地后 ${o.workdaysFromLandToPermit ?? '—'} 个工作日领施工许可证）。`,
            en: `Construction can start on ${start} at the earliest: land on ${o.landDay}, the four certificates complete on ${o.certificates} (construction permit ${o.workdaysFromLandToPermit ?? '—'} working days after the land).`,
          }
  }
}

function refusal(ground: Ground, { anchor }: Request, near: string | null): Text {
  const wanted = anchor.kind === 'earliest' ? '' : anchor.day
  const { value } = ground.catalogue.landDay.usualWindow
  const nearest =
    near === null
      ? { zh: '', en: '' }
      : { zh: `最近可行的是 ${near}。`, en: ` The nearest that can be had is ${near}.` }
  return anchor.kind === 'landDay'
    ? {
        zh: `办不到。${wanted} 拿地，四证不能在其后 ${value} 个工作日内办齐。${nearest.zh}`,
        en: `No. With the land on ${wanted} the four certificates cannot be had within ${value} working days.${nearest.en}`,
      }
    : {
        zh: `办不到。${wanted} 前不能开工。${nearest.zh}`,
        en: `No. Construction cannot start by ${wanted}.${nearest.en}`,
      }
}

/** A land day on which no office is open needs no further reason. */
function closedDay({ calendar }: Ground, { anchor }: Request): Text[] {
  if (anchor.kind !== 'landDay' || isWorkday(calendar, day(anchor.day))) return []
  return [
    { zh: `${anchor.day} 不是工作日，不能成交。`, en: `${anchor.day} is no working day, so no land changes hands.` },
  ]
}

function details(ground: Ground, o: Outcome): Text[] {
  const lines: Text[] = []
  if (o.landDay !== null && o.firstPermit !== null && o.landDay <= o.firstPermit) {
    const days = countWorkdays(ground.calendar, day(o.landDay), day(o.firstPermit))
    const { value } = ground.catalogue.landDay.usualWindow
    const end = isoDate(addWorkdays(ground.calendar, day(o.landDay), value))
    lines.push({
      zh: `首张施工许可证 ${o.firstPermit}，自拿地日 ${o.landDay} 起第 ${days} 个工作日（常用窗口 ${value} 个工作日，至 ${end}）。`,
      en: `First construction permit on ${o.firstPermit}, working day ${days} from the land day ${o.landDay} (the usual window of ${value} ends on ${end}).`,
    })
  }
  if (o.workdaysToStart !== null)
    lines.push({
      zh: `从基准日到开工 ${o.workdaysToStart} 个工作日。`,
      en: `${o.workdaysToStart} working days from the as-of day to the start of construction.`,
    })
  if (o.production !== null)
    lines.push({ zh: `预计 ${o.production} 投产。`, en: `Production expected on ${o.production}.` })
  return lines
}
