import type { ProjectIdentity } from '@kaigong/contract'

/** One list of one year: how many projects, what they meant to spend and did, together, in 万元. */
export type YearList = {
  readonly year: number
  readonly level: ProjectIdentity['level']
  readonly kind: ProjectIdentity['kind']
  readonly count: number
  /** How many of them are of the new-energy branches. */
  readonly newEnergy?: number
  readonly planWan: number
  readonly spentWan: number
  /** Whether the totals were published (domain 0.1); what each project spent is invented either way. */
  readonly published: boolean
}

/**
 * 2022: 4 provincial projects spent 5.66 billion, 101.8 % of their plan; 35 municipal ones 21.8 billion, 102.8 %.
 * 2023: 7 provincial ones, one of them a reserve, five of new energy; no totals were published, nor how many municipal ones there are.
 */
export const jintanLists: readonly YearList[] = [
  {
    year: 2022,
    level: 'province',
    kind: 'implementation',
    count: 4,
    newEnergy: 3,
    planWan: 556_000,
    spentWan: 566_000,
    published: true,
  },
  {
    year: 2022,
    level: 'city',
    kind: 'implementation',
    count: 35,
    planWan: 2_121_000,
    spentWan: 2_180_000,
    published: true,
  },
  {
    year: 2023,
    level: 'province',
    kind: 'implementation',
    count: 6,
    newEnergy: 4,
    planWan: 720_000,
    spentWan: 96_000,
    published: false,
  },
  { year: 2023, level: 'province', kind: 'reserve', count: 1, newEnergy: 1, planWan: 0, spentWan: 0, published: false },
  {
    year: 2023,
    level: 'city',
    kind: 'implementation',
    count: 36,
    planWan: 2_260_000,
    spentWan: 318_000,
    published: false,
  },
  {
    year: 2023,
    level: 'district',
    kind: 'implementation',
    count: 14,
    planWan: 186_000,
    spentWan: 21_000,
    published: false,
  },
]

export const liyangLists: readonly YearList[] = [
  { year: 2023, level: 'city', kind: 'implementation', count: 8, planWan: 410_000, spentWan: 52_000, published: false },
]

/** Parts in whole 万元 that sum exactly to the total, in proportion to the weights. */
export function shared(total: number, weights: readonly number[]): readonly number[] {
  const all = weights.reduce((sum, w) => sum + w, 0)
  let before = 0
  let given = 0
  return weights.map((w) => {
    before += w
    const upTo = Math.round((total * before) / all)
    const part = upTo - given
    given = upTo
    return part
  })
}
