import type { Role } from '@kaigong/contract'
import type { DemoPerson } from './model.ts'

type Line = readonly [key: string, name: string, roles: readonly Role[], agency: string | null, company?: string]

/** Invented, all of them; whoever has such a name is not meant. */
const jintan: readonly Line[] = [
  ['admin', '管维新', ['systemAdministrator'], null],
  ['district-admin', '全明远', ['districtAdministrator'], 'development-reform'],
  ['coordinator', '周知序', ['coordinator'], 'development-reform'],
  ['coordinator-2', '许若川', ['coordinator'], 'development-reform'],
  ['leader', '程立言', ['leader'], 'government'],
  ['leader-2', '韩守诚', ['leader'], 'government'],
  ['approval-head', '陆清和', ['agencyHead', 'officer'], 'approval'],
  ['approval', '沈思齐', ['officer'], 'approval'],
  ['resources-head', '顾长庚', ['agencyHead', 'officer'], 'natural-resources'],
  ['resources', '苏望舒', ['officer'], 'natural-resources'],
  ['registry-head', '孟行之', ['agencyHead', 'officer'], 'land-registry'],
  ['housing-head', '贺连城', ['agencyHead', 'officer'], 'housing'],
  ['housing', '任可为', ['officer'], 'housing'],
  ['ecology-head', '林见山', ['agencyHead', 'officer'], 'ecology'],
  ['ecology', '方知微', ['officer'], 'ecology'],
  ['water-head', '江汉阳', ['agencyHead', 'officer'], 'water'],
  ['emergency-head', '安若素', ['agencyHead', 'officer'], 'emergency'],
  ['development-head', '秦守正', ['agencyHead', 'officer'], 'development-reform'],
  ['meteorology-head', '云开霁', ['agencyHead', 'officer'], 'meteorology'],
  ['urban-head', '左明路', ['agencyHead', 'officer'], 'urban-management'],
  ['health-head', '康乐平', ['agencyHead', 'officer'], 'health'],
  ['zone', '穆青禾', ['helper'], 'development-zone'],
  ['zone-2', '白予安', ['helper'], 'development-zone'],
  ['high-tech', '罗一鸣', ['helper'], 'high-tech-zone'],
  ['towns', '田有年', ['helper'], 'towns'],
  ['company', '钱途远', ['companyUser'], null, 'battery'],
  ['company-2', '尹创新', ['companyUser'], null, 'c01'],
  ['designer', '卢南飞', ['intermediary'], 'drawing-review'],
  ['power', '施光远', ['utility'], 'utilities'],
  ['inspector', '章肃清', ['inspector'], 'inspection-office'],
  ['auditor', '沈慎言', ['auditor'], null],
]

const liyang: readonly Line[] = [
  ['ly-admin', '谈守义', ['districtAdministrator'], 'approval'],
  ['ly-coordinator', '史长河', ['coordinator'], 'approval'],
  ['ly-approval', '汤若水', ['agencyHead', 'officer'], 'approval'],
  ['ly-resources', '狄青原', ['agencyHead', 'officer'], 'natural-resources'],
  ['ly-ecology', '芮子衿', ['agencyHead', 'officer'], 'ecology'],
  ['ly-helper', '虞行舟', ['helper'], 'zone'],
  ['ly-company', '彭致知', ['companyUser'], null, 'ly01'],
]

/** Whoever else decides something in a plan also has a head who can sign it. */
const otherHeads: readonly (readonly [agency: string, name: string])[] = [
  ['government', '唐秉公'],
  ['archives', '史存真'],
  ['culture', '文载道'],
  ['industry', '匡业勤'],
  ['commerce', '尚以信'],
  ['market-supervision', '严守规'],
  ['human-resources', '任荐贤'],
  ['finance', '金理平'],
  ['tax', '水以宁'],
  ['statistics', '计恒心'],
  ['science', '谭探微'],
  ['traffic-police', '路平川'],
  ['high-tech-zone', '华新宇'],
  ['development-zone', '景开元'],
  ['maoshan-resort', '茅青山'],
  ['changzhou-ecology', '常清源'],
  ['changzhou-emergency', '常安泰'],
  ['jiangsu-development-reform', '苏谋远'],
  ['jiangsu-natural-resources', '苏厚土'],
  ['jiangsu-housing', '苏广厦'],
]

export const peopleOf = {
  '320413': told(
    [
      ...jintan,
      ...otherHeads.map(([agency, name]): Line => [`${agency}-signs`, name, ['agencyHead', 'officer'], agency]),
    ],
    100,
  ),
  '320481': told(liyang, 600),
} as const

function told(lines: readonly Line[], from: number): readonly DemoPerson[] {
  return lines.map(([key, name, roles, agency, company], i) => ({
    key,
    name,
    roles,
    agency,
    company: company ?? null,
    phone: `1000000${String(from + i).padStart(4, '0')}`,
  }))
}
