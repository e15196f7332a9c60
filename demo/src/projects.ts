import type { Parcel } from '@kaigong/contract'
import { type Branch, branches, NEW_ENERGY } from './branches.ts'
import { type Chance, chance } from './chance.ts'
import { inventedFacts } from './facts.ts'
import { flagshipFacts } from './flagship.ts'
import { flagshipCases } from './flagshipCases.ts'
import { flagshipLand } from './landDays.ts'
import { shared, type YearList } from './lists.ts'
import type { DemoCompany, DemoCourse, DemoProject } from './model.ts'

/** Where a district's projects lie, and who helps them. */
export type Place = {
  readonly code: string
  readonly townships: readonly [string, ...string[]]
  readonly helpers: readonly [Helper, ...Helper[]]
  readonly leaders: readonly string[]
  readonly contacts: readonly { readonly person: string; readonly agency: string }[]
  /** Longitude and latitude around which invented parcels lie. */
  readonly around: readonly [number, number]
}
type Helper = { readonly person: string; readonly agency: string }

/** The projects of a district's lists, the same on every machine. */
export function listedProjects(
  place: Place,
  lists: readonly YearList[],
  companies: readonly [DemoCompany, ...DemoCompany[]],
  seed: number,
): readonly DemoProject[] {
  const dice = chance(seed)
  let n = 0
  return lists.flatMap((list) => {
    const weights = Array.from({ length: list.count }, () => dice.between(list.level === 'province' ? 60 : 20, 100))
    const plans = shared(list.planWan, weights)
    const spent = shared(
      list.spentWan,
      weights.map((w) => w * (0.8 + dice.next() * 0.4)),
    )
    return weights.map((_, i) => {
      n += 1
      const company = companies[n % companies.length] ?? companies[0]
      return listed(place, list, { n, i, planWan: plans[i] ?? 0, spentWan: spent[i] ?? 0, company }, dice)
    })
  })
}

type Line = {
  readonly n: number
  readonly i: number
  readonly planWan: number
  readonly spentWan: number
  readonly company: DemoCompany
}

function listed(place: Place, list: YearList, line: Line, dice: Chance): DemoProject {
  const { n, i, planWan, spentWan } = line
  const branch = branchOf(list, i, dice)
  const investmentWan = investment(list, planWan, dice)
  const land = landOf(list, dice)
  const started = list.year === 2022 || (list.kind === 'implementation' && spentWan > 0 && i % 3 === 0)
  const helper = place.helpers[n % place.helpers.length] ?? place.helpers[0]
  const product = branch.products[i % branch.products.length] ?? branch.products[0]
  const continued = i % 4 === 3
  const inZone = place.code === '320413' && helper.agency === 'development-zone'
  return {
    key: `p${n}`,
    identity: {
      name: `${spaced(line.company.name.replace('有限公司（演示）', ''), product)}项目`,
      nameEn: null,
      code: inventedCode(place.code, list.year, n),
      industry: branch.industry,
      township: place.townships[n % place.townships.length] ?? place.townships[0],
      level: list.level,
      kind: list.kind,
      listYear: list.year,
      construction: continued ? 'continued' : 'new',
      stage: stageOf(list, i, started),
      fiveNew: branch.fiveNew,
      cluster: branch.cluster,
      content: `建设${product}生产线及配套设施（演示数据，虚构）`,
      capacity: product,
      investmentWan: wan(investmentWan),
      equipmentWan: wan(Math.round(investmentWan * 0.55)),
      spentBeforeWan: continued ? wan(Math.round(investmentWan * 0.2)) : '0.00',
      yearPlanWan: wan(planWan),
      spentThisYearWan: wan(spentWan),
      yearGoal: started ? '主体封顶、设备进场' : '取得施工许可、桩基施工',
      startPlanned: `${list.year}-0${(i % 6) + 3}-15`,
      startActual: started ? startedOn(list.year, i) : null,
      completionPlanned: `${list.year + 1}-12-20`,
      remark: list.published ? '演示数据，虚构；只有该清单的合计是公开数字' : '演示数据，虚构',
      synthetic: true,
    },
    company: line.company.key,
    facts: {
      ...(land === 'grant' ? { land: { basis: 'transaction' as const } } : {}),
      facts: inventedFacts(branch, land, { investmentWan, level: list.level }, dice),
      ...(inZone ? { assessments: ['JT-geo-hazard', 'JT-overlay-mineral'] } : {}),
    },
    parcels: land === 'grant' ? [parcel(place, n, dice)] : [],
    team: teamOf(place, list, n, helper),
    course: courseOf(list, i, land, started),
    cases: [],
    joint: [],
    land: null,
  }
}

/** Chinese words and a figure stand a space apart: `部件 3 GW 光伏组件`. */
const spaced = (words: string, next: string): string => (/^\d/.test(next) ? `${words} ${next}` : `${words}${next}`)

const landOf = ({ level }: YearList, dice: Chance): 'grant' | 'ownLand' | 'leased' =>
  level === 'district' ? dice.oneOf(['leased', 'ownLand', 'grant']) : dice.next() < 0.8 ? 'grant' : 'ownLand'

/** In the newer form (year and month first), which nobody issued: serial numbers and departments are invented. */
const inventedCode = (region: string, year: number, n: number): string =>
  `${year - 2001}${String((n % 9) + 1).padStart(2, '0')}-${region}-89-0${(n % 5) + 1}-${String(100_000 + n * 7919).slice(-6)}`

function stageOf({ kind, year }: YearList, i: number, started: boolean): DemoProject['identity']['stage'] {
  if (kind === 'reserve') return 'reserve'
  if (year === 2022) return i % 5 === 0 ? 'producing' : i % 3 === 0 ? 'completed' : 'building'
  return started ? 'started' : 'early'
}

const startedOn = (year: number, i: number): string => `${year}-0${year === 2022 ? (i % 6) + 3 : (i % 2) + 1}-2${i % 8}`

function teamOf(place: Place, { level }: YearList, n: number, helper: Helper): DemoProject['team'] {
  const leader = place.leaders[n % Math.max(1, place.leaders.length)]
  return [
    { person: helper.person, duty: 'helper', agency: helper.agency },
    ...(leader && level === 'province' ? [{ person: leader, duty: 'leader' as const, agency: null }] : []),
    ...place.contacts
      .slice(0, level === 'province' ? place.contacts.length : 3)
      .map(({ person, agency }) => ({ person, duty: 'contact' as const, agency })),
  ]
}

function branchOf({ level, newEnergy }: YearList, i: number, dice: Chance): Branch {
  const fresh = branches.filter((b) => b.fiveNew === NEW_ENERGY)
  if (newEnergy !== undefined) {
    const others = branches.filter((b) => b.fiveNew !== null && b.fiveNew !== NEW_ENERGY)
    const pool = i < newEnergy ? fresh : others
    return pool[i % pool.length] ?? branches[0]
  }
  return level === 'district' ? (branches[(i * 3) % branches.length] ?? branches[0]) : dice.oneOf(branches)
}

/** At least the threshold that is usual for a list of that level, and more than a year's spending. */
function investment({ level }: YearList, planWan: number, dice: Chance): number {
  const least = { province: 200_000, city: 50_000, district: 6_000, none: 1_000 }[level]
  return Math.max(least, Math.round((planWan * dice.between(18, 32)) / 100) * 10)
}

/** 2023-03-01 is the day on which the demo begins: what lies ahead then is planned, and part of it promised. */
function courseOf({ year, kind, level }: YearList, i: number, land: string, started: boolean): DemoCourse {
  const registeredOn = year === 2022 ? '2022-02-08' : i % 2 === 0 ? '2022-11-15' : '2023-01-10'
  if (kind === 'reserve') return { registeredOn, plannedOn: null, landDay: null, countersigned: 'not sent' }
  // Part of last year's projects have their plan in the history.
  if (year === 2022 && (level === 'province' || i % 18 === 0))
    return { registeredOn, plannedOn: '2022-02-14', landDay: null, countersigned: 'all' }
  if (year === 2022 || started) return { registeredOn, plannedOn: null, landDay: null, countersigned: 'not sent' }
  const planned = level === 'province' || i % 3 === 2
  if (!planned) return { registeredOn, plannedOn: null, landDay: null, countersigned: 'not sent' }
  const countersigned = (['all', 'some', 'nobody', 'not sent'] as const)[i % 4] ?? 'not sent'
  return {
    registeredOn,
    plannedOn: '2023-02-06',
    landDay: land === 'grant' && i % 4 === 0 ? '2023-07-28' : null,
    countersigned,
  }
}

/** A quarter of a kilometre square or so, invented: no boundary of the real land registry. */
function parcel({ around: [lon, lat] }: Place, n: number, dice: Chance): Parcel {
  const west = round(lon + (dice.next() - 0.5) * 0.16)
  const south = round(lat + (dice.next() - 0.5) * 0.12)
  const [east, north] = [round(west + 0.004 + dice.next() * 0.003), round(south + 0.003 + dice.next() * 0.002)]
  return {
    id: `DK${String(n).padStart(3, '0')}`,
    name: '演示地块（虚构）',
    shape: {
      type: 'Polygon',
      coordinates: [
        [
          [west, south],
          [east, south],
          [round(east + 0.0004), north],
          [west, north],
          [west, south],
        ],
      ],
    },
  }
}

const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6
const wan = (whole: number): string => `${whole}.00`

/** The flagship: its public facts are those of the report, everything else is invented. It takes the place of one provincial project of 2023. */
export function flagship(of: DemoProject): DemoProject {
  return {
    ...of,
    key: 'flagship',
    company: 'battery',
    identity: {
      ...of.identity,
      name: '动力电池基地四期 4.1 期',
      nameEn: 'Battery plant, phase 4.1',
      industry: 'C3841',
      fiveNew: NEW_ENERGY,
      cluster: '动力电池',
      stage: 'building',
      construction: 'new',
      content: '四期规划 47 GWh，其中 4.1 期 22 GWh（公开报道）；其余均为演示数据',
      capacity: '22 GWh',
      investmentWan: '1500000.00',
      startPlanned: '2022-09-20',
      startActual: '2022-10-10',
      remark: '总投资、产能、拿地日为公开报道；其余为演示数据，虚构',
    },
    facts: flagshipFacts,
    course: { registeredOn: '2022-03-01', plannedOn: '2022-06-01', landDay: '2022-09-09', countersigned: 'all' },
    cases: flagshipCases,
    joint: [],
    land: flagshipLand,
  }
}
