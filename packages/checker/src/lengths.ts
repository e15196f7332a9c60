import type { Text } from '@kaigong/catalogue'
import { endOf } from './clock.ts'
import { demanded } from './demanded.ts'
import type { Figure } from './figures.ts'
import type { Occurrence, Reading, Step } from './reading.ts'
import { basisOf, matterName, when } from './says.ts'
import type { Length } from './subject.ts'
import type { Code, Violation } from './violation.ts'
import { lengthName, originName } from './words.ts'

/** Each activity lasts as long as its length says, and its length is one that the catalogue, the district or the project gives. */
export function lengths(reading: Reading): readonly Violation[] {
  return reading.occurrences.flatMap((o) => {
    const demands = new Map(demanded(reading, o).map((d) => [d.step, d]))
    return o.steps.flatMap((s) => {
      const figures = demands.get(s.step)?.figures
      return [...(figures ? known(reading, o, s, figures) : []), ...lasts(reading, o, s)]
    })
  })
}

/** The n-th counted day, reckoned anew from the start. */
function lasts({ clock }: Reading, o: Occurrence, s: Step): readonly Violation[] {
  const end = endOf(clock, s.length, s.from)
  const short = s.until < end
  // A later inspection is due by its last day; whoever plans it sooner breaks nothing.
  if (s.until === end || (short && s.kind === 'inspection' && s.length.count === 'duty' && s.from < s.until)) return []
  const name = matterName(o)
  const length = lengthName(s.length)
  return [
    {
      code: short ? 'length.short' : 'length.long',
      message: {
        zh: `${name.zh}的“${s.step}”自 ${when(s.from)} 起 ${length.zh}，应至 ${when(end)}，方案至 ${when(s.until)}`,
        en: `"${s.step}" of ${name.en} takes ${length.en} from ${when(s.from)} and so ends ${when(end)}; the plan says ${when(s.until)}`,
      },
      activities: [s.id],
    },
  ]
}

function known(reading: Reading, o: Occurrence, s: Step, figures: readonly Figure[]): readonly Violation[] {
  const { length } = s
  const claimed = figures.find((f) => f.from === length.from)
  const name = matterName(o)
  const wrong = (code: Code, why: Text): Violation => ({
    code,
    message: { zh: `${name.zh}的“${s.step}”${why.zh}`, en: `"${s.step}" of ${name.en} ${why.en}` },
    activities: [s.id],
    ...(claimed?.statement ? { basis: basisOf(reading, claimed.statement, o) } : {}),
  })
  if (!claimed) return [wrong('length.claim', noSuchFigure(length, figures))]
  const is = lengthName(claimed)
  const says = lengthName(length)
  const counted = countedAlike(length, claimed)
    ? []
    : [
        wrong('length.counted', {
          zh: `应按 ${is.zh} 计，方案按 ${says.zh} 计`,
          en: `is counted as ${is.en}; the plan counts ${says.en}`,
        }),
      ]
  const code = wrongFigure(length.value, claimed)
  if (code === undefined) return counted
  return [
    ...counted,
    wrong(code, {
      zh: `${mustBe[code].zh} ${claimed.value}，方案为 ${length.value}`,
      en: `${mustBe[code].en} ${claimed.value}; the plan has ${length.value}`,
    }),
  ]
}

type WrongFigure = 'length.minimum' | 'length.limit' | 'length.figure'

const mustBe: Readonly<Record<WrongFigure, Text>> = {
  'length.minimum': { zh: '不得少于', en: 'may not be shorter than' },
  'length.limit': { zh: '不能短于所称的', en: 'cannot be shorter than its claimed' },
  'length.figure': { zh: '应为', en: 'takes' },
}

function wrongFigure(value: number, { value: is, count, limit }: Figure): WrongFigure | undefined {
  if (is === undefined || value === is || (limit && value > is)) return undefined
  if (count === 'minimum' && value < is) return 'length.minimum'
  return limit ? 'length.limit' : 'length.figure'
}

function noSuchFigure({ from }: Length, figures: readonly Figure[]): Text {
  const there = figures.map((f) => originName[f.from])
  return {
    zh: `的用时称来自“${originName[from].zh}”，并无此数；有：${there.map((t) => t.zh).join('、')}`,
    en: `claims a figure "${originName[from].en}" that there is not; there are: ${there.map((t) => t.en).join(', ')}`,
  }
}

const countedAlike = (a: Omit<Length, 'value' | 'from'>, b: Omit<Length, 'value' | 'from'>) =>
  a.unitApplied === b.unitApplied && a.count === b.count && a.countStartDay === b.countStartDay && a.week === b.week
