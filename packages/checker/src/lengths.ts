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
  const name = matterName(o)
  const { length } = s
  const claimed = figures.find((f) => f.from === length.from)
  const wrong = (code: Code, zh: string, en: string): Violation => ({
    code,
    message: { zh: `${name.zh}的“${s.step}”${zh}`, en: `"${s.step}" of ${name.en} ${en}` },
    activities: [s.id],
    ...(claimed?.statement ? { basis: basisOf(reading, claimed.statement, o) } : {}),
  })
  if (!claimed) {
    const there = figures.map((f) => f.from).join(', ')
    return [
      wrong(
        'length.claim',
        `的用时称来自“${length.from}”，并无此数；有：${there}`,
        `claims a figure "${length.from}" that there is not; there are: ${there}`,
      ),
    ]
  }
  const { value } = claimed
  const counted = countedAlike(length, claimed)
    ? []
    : [
        wrong(
          'length.counted',
          `应按 ${say(claimed)} 计，方案按 ${say(length)} 计`,
          `is counted as ${say(claimed)}; the plan counts ${say(length)}`,
        ),
      ]
  if (value === undefined || length.value === value || (claimed.limit && length.value > value)) return counted
  const figure = `${value}`
  if (claimed.count === 'minimum' && length.value < value) {
    return [
      ...counted,
      wrong(
        'length.minimum',
        `不得少于 ${figure}，方案为 ${length.value}`,
        `may not be shorter than ${figure}; the plan has ${length.value}`,
      ),
    ]
  }
  if (claimed.limit) {
    return [
      ...counted,
      wrong(
        'length.limit',
        `短于所称的 ${figure}，方案为 ${length.value}`,
        `is shorter than the ${figure} that it claims; the plan has ${length.value}`,
      ),
    ]
  }
  return [
    ...counted,
    wrong('length.figure', `应为 ${figure}，方案为 ${length.value}`, `takes ${figure}; the plan has ${length.value}`),
  ]
}

const countedAlike = (a: Omit<Length, 'value' | 'from'>, b: Omit<Length, 'value' | 'from'>) =>
  a.unitApplied === b.unitApplied && a.count === b.count && a.countStartDay === b.countStartDay && a.week === b.week
