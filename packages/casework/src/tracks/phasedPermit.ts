import type { Day } from '@kaigong/calendar'
import type { Text } from '@kaigong/catalogue'

/** Phases of works for which a construction permit may be given (domain 2.8), from the ground up; the whole is not phased. */
const PHASES = ['piling', 'pit', 'belowGround', 'aboveGround'] as const
export type Phase = (typeof PHASES)[number] | 'whole'

export const PHASE_NAMES: Readonly<Record<Phase, Text>> = {
  piling: { zh: '桩基', en: 'piling' },
  pit: { zh: '基坑', en: 'pit' },
  belowGround: { zh: '±0 以下', en: 'below ground level' },
  aboveGround: { zh: '±0 以上', en: 'above ground level' },
  whole: { zh: '整体', en: 'the whole works' },
}

/** A construction permit of a phase: which project and which unit works (单位工程) it hangs on. */
export type PhasedPermit = {
  readonly project: string
  readonly unitWorks: readonly string[]
  readonly phase: Phase
  readonly issuedOn: Day
}

/**
 * What keeps a permit of this phase from being given after those issued: the same phase or a later one has been permitted for some of the
 * works. Going upwards may skip a phase, for not every building has a pit. Land, planning permit, drawings of the phase, general contractor and
 * the five parties' promises are essential materials of C07p and asked for at acceptance.
 */
export function phaseFault(issued: readonly PhasedPermit[], wanted: Omit<PhasedPermit, 'issuedOn'>): Text | null {
  if (wanted.unitWorks.length === 0)
    return { zh: '没有写明单位工程。请选择。', en: 'No unit works are named. Choose them.' }
  for (const work of wanted.unitWorks) {
    const before = issued.filter((p) => p.project === wanted.project && p.unitWorks.includes(work))
    const whole = before.find((p) => p.phase === 'whole')
    const above = before.find(
      (p) => p.phase !== 'whole' && wanted.phase !== 'whole' && rank(p.phase) >= rank(wanted.phase),
    )
    const found = whole ?? above
    if (found !== undefined)
      return {
        zh: `${work} 已领取“${PHASE_NAMES[found.phase].zh}”阶段的施工许可，不能再领“${PHASE_NAMES[wanted.phase].zh}”。请去掉该单位工程。`,
        en: `${work} has the permit for ${PHASE_NAMES[found.phase].en}; it gets none for ${PHASE_NAMES[wanted.phase].en} after it. Leave it out.`,
      }
  }
  return null
}

const rank = (phase: Exclude<Phase, 'whole'>) => PHASES.indexOf(phase)

/** The permit that counts for the start rate (domain 2.8): the first one, once builders are actually on site; null before. */
export function firstStart(issued: readonly PhasedPermit[], onSiteOn: Day | null): PhasedPermit | null {
  const first = issued.toSorted((a, b) => a.issuedOn - b.issuedOn)[0]
  return first !== undefined && onSiteOn !== null && onSiteOn >= first.issuedOn ? first : null
}
