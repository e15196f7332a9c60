import type { Plan } from '@kaigong/planner'

/**
 * A battery works in Jintan as a plan, made by hand for the tests of this package: every owner, track and kind of binding,
 * done, provisional and assumed steps, two phases, names that try to break out of markup. Its dates are those of the
 * calendar of 2022 (Mid-Autumn 10–12 September, National Day 1–7 October with 8 and 9 October worked); the project is invented.
 */
type Text = { readonly zh: string; readonly en: string }
type Basis = { text: Text; confidence: 'A' | 'B' | 'C' | 'GK' | 'synthetic' }
type Activity = Plan['activities'][number]
type Matter = Plan['matters'][number]
type Material = Matter['materials'][number]
type Length = Activity['length']
type Binding = Activity['binding'][number]
type Scope = Activity['scope']

const text = (zh: string, en: string): Text => ({ zh, en })
const basis = (confidence: Basis['confidence'], zh: string, en: string): Basis => ({ text: text(zh, en), confidence })

const law = {
  licensing: basis('A', '行政许可法（2019）第四十二条', 'Administrative Licensing Law (2019), art. 42'),
  filing: basis(
    'A',
    '企业投资项目核准和备案管理条例第十三条',
    'Regulation on Approval and Filing of Enterprise Investment Projects, art. 13',
  ),
  notice: basis(
    'B',
    '国土资源部令第 39 号（公告不少于 20 日）',
    'Ministry of Land and Resources Order 39 (notice of at least 20 days)',
  ),
  listing: basis(
    'B',
    '国土资源部令第 39 号（挂牌不少于 10 日）',
    'Ministry of Land and Resources Order 39 (listing of at least 10 days)',
  ),
  planning38: basis('A', '城乡规划法（2019）第三十八条', 'Urban and Rural Planning Law (2019), art. 38'),
  planning40: basis('A', '城乡规划法（2019）第四十条', 'Urban and Rural Planning Law (2019), art. 40'),
  deedTax: basis('A', '契税法第十条、第十一条', 'Deed Tax Law, arts. 10 and 11'),
  registration: basis('A', '不动产登记暂行条例第二十条', 'Interim Regulation on Real Estate Registration, art. 20'),
  energy: basis('A', '节约能源法第十五条', 'Energy Conservation Law, art. 15'),
  eia22: basis('A', '环境影响评价法（2018）第二十二条', 'Environmental Impact Assessment Law (2018), art. 22'),
  eia25: basis('A', '环境影响评价法（2018）第二十五条', 'Environmental Impact Assessment Law (2018), art. 25'),
  water: basis('A', '取水许可和水资源费征收管理条例第十一条', 'Regulation on Water Abstraction Permits, art. 11'),
  soil: basis('A', '优化营商环境条例第四十二条', 'Regulation on Optimising the Business Environment, art. 42'),
  fire15: basis(
    'A',
    '建设工程消防设计审查验收管理暂行规定第十五条',
    'Interim Provisions on Fire Design Review and Acceptance, art. 15',
  ),
  drawings: basis('A', '建设工程质量管理条例第十一条', 'Regulation on the Quality of Construction Works, art. 11'),
  building7: basis('A', '建筑法（2019）第七条、第九条', 'Construction Law (2019), arts. 7 and 9'),
  building8: basis('A', '建筑法（2019）第八条', 'Construction Law (2019), art. 8'),
  environment19: basis(
    'A',
    '建设项目环境保护管理条例第十九条',
    'Regulation on Environmental Protection of Construction Projects, art. 19',
  ),
  discharge: basis('A', '排污许可管理条例第十一条', 'Regulation on Pollutant Discharge Permits, art. 11'),
  utilities: basis('B', '优化营商环境条例第二十八条', 'Regulation on Optimising the Business Environment, art. 28'),
  usual: basis('GK', '通行做法，未核实', 'Usual practice, not verified'),
  promise: basis(
    'synthetic',
    '区行政审批局承诺时限（演示值）',
    'Promised by the district approval bureau (demo value)',
  ),
  drawingWeek: basis('C', '四证模板测试数据（公开代码）', 'Test data of a four-certificate template (public code)'),
}

const length = (
  value: number,
  unit: Length['unitApplied'],
  from: Length['from'],
  source: Basis,
  more: Partial<Length> = {},
): Length => ({
  value,
  unitAsWritten: { hour: '小时', workday: '工作日', day: '日', month: '个月', year: '年' }[unit],
  unitApplied: unit,
  count: from === 'statutory' || from === 'promised' ? 'duty' : 'effort',
  countStartDay: false,
  week: 'office',
  from,
  basis: source,
  ...more,
})

const project: Scope = { kind: 'project', id: '' }
const first: Scope = { kind: 'phase', id: '4.1' }
const second: Scope = { kind: 'phase', id: '4.2' }
const parcel: Scope = { kind: 'parcel', id: 'JT2022-18' }

const moment = (written: string) => `${written.replace(' ', 'T')}+08:00`

type Step = Pick<Activity, 'kind' | 'owner'> & {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly from: string
  readonly to: string
  readonly length: Length
} & Partial<
    Pick<
      Activity,
      | 'track'
      | 'agency'
      | 'reviewers'
      | 'slack'
      | 'critical'
      | 'binding'
      | 'done'
      | 'provisional'
      | 'assumed'
      | 'latestStart'
    >
  >

const scopeOf = (occurrence: string): Scope =>
  occurrence.endsWith('@4.1')
    ? first
    : occurrence.endsWith('@4.2')
      ? second
      : occurrence.endsWith('@JT2022-18')
        ? parcel
        : project

const step = ({ id, zh, en, from, to, ...rest }: Step): Activity => {
  const occurrence = id.slice(0, id.indexOf('/'))
  return {
    id,
    occurrence,
    matter: occurrence.split('@')[0] ?? occurrence,
    scope: scopeOf(occurrence),
    step: id.slice(id.indexOf('/') + 1),
    name: text(zh, en),
    track: 'standard',
    agency: null,
    reviewers: 0,
    start: moment(from),
    finish: moment(to),
    latestStart: rest.latestStart ?? moment(from),
    slack: 0,
    critical: false,
    binding: [],
    done: false,
    provisional: false,
    assumed: false,
    ...rest,
  }
}

const after = (activity: string, zh: string, en: string, source: Basis): Binding => ({
  kind: 'edge',
  text: text(zh, en),
  activity,
  edge: `${activity.slice(0, 3)}-edge`,
  edgeKind: source.confidence === 'A' ? 'hard' : 'practice',
  basis: source,
})
const next = (activity: string): Binding => ({
  kind: 'step',
  text: text('同一事项的上一环节', 'The step before it in the same matter'),
  activity,
})
const asOf: Binding = { kind: 'asOf', text: text('截至日之后才能开始', 'Cannot start before the as-of date') }
const done: Binding = { kind: 'done', text: text('已经办结', 'Already done') }

const activities: Activity[] = [
  step({
    id: 'A01/filing',
    zh: '企业投资项目备案',
    en: 'Filing of the investment project',
    kind: 'decision',
    owner: 'government',
    agency: 'development-reform',
    from: '2022-05-16 09:00',
    to: '2022-05-16 10:00',
    length: length(1, 'hour', 'promised', law.filing),
    done: true,
    binding: [done],
  }),
  step({
    id: 'P04/survey',
    zh: '土壤污染状况调查',
    en: 'Soil contamination survey',
    kind: 'preparation',
    owner: 'intermediary',
    from: '2022-05-09 09:00',
    to: '2022-06-10 17:30',
    length: length(24, 'workday', 'usual', law.usual),
    done: true,
    binding: [done],
  }),
  step({
    id: 'P04/review',
    zh: '调查报告评审',
    en: 'Review of the survey report',
    kind: 'special',
    owner: 'government',
    agency: 'ecology',
    reviewers: 1,
    from: '2022-06-20 09:00',
    to: '2022-06-24 17:30',
    length: length(5, 'workday', 'sample', basis('B', '银川评审时限（2023）', 'Review limit at Yinchuan (2023)')),
    slack: 31,
    latestStart: moment('2022-08-03 09:00'),
    binding: [asOf, next('P04/survey')],
  }),
  step({
    id: 'P09/plan',
    zh: '出让方案报批',
    en: 'Approval of the land sale plan',
    kind: 'decision',
    owner: 'land',
    agency: 'natural-resources',
    reviewers: 1,
    from: '2022-07-20 09:00',
    to: '2022-08-09 17:30',
    length: length(15, 'workday', 'usual', law.usual),
    critical: true,
    binding: [
      after('P04/review', '土壤调查评审通过后才能报批', 'Only after the soil survey has passed review', law.usual),
      { kind: 'deadline', text: text('企业要求 9 月 9 日成交', 'The company asked for the deal on 9 September') },
    ],
  }),
  step({
    id: 'P09/notice',
    zh: '招拍挂出让公告',
    en: 'Notice of the land sale',
    kind: 'transaction',
    owner: 'land',
    agency: 'natural-resources',
    from: '2022-08-10 00:00',
    to: '2022-08-30 00:00',
    length: length(20, 'day', 'statutory', law.notice, { count: 'minimum', week: 'everyday' }),
    critical: true,
    binding: [next('P09/plan')],
  }),
  step({
    id: 'P09/listing',
    zh: '挂牌',
    en: 'Listing',
    kind: 'transaction',
    owner: 'land',
    agency: 'natural-resources',
    from: '2022-08-30 00:00',
    to: '2022-09-09 00:00',
    length: length(10, 'day', 'statutory', law.listing, { count: 'minimum', week: 'everyday' }),
    critical: true,
    binding: [next('P09/notice')],
  }),
  step({
    id: 'P10/deal',
    zh: '成交确认',
    en: 'Confirmation of the deal',
    kind: 'transaction',
    owner: 'land',
    agency: 'natural-resources',
    from: '2022-09-09 09:00',
    to: '2022-09-09 10:00',
    length: length(1, 'hour', 'usual', law.usual),
    critical: true,
    binding: [
      after('P09/listing', '挂牌期满才能成交', 'The deal follows the end of the listing', law.listing),
      { kind: 'landDay', text: text('拿地日 2022-09-09', 'Land day 2022-09-09') },
    ],
  }),
  step({
    id: 'P10/contract',
    zh: '签订出让合同',
    en: 'Signing of the land contract',
    kind: 'transaction',
    owner: 'land',
    agency: 'natural-resources',
    from: '2022-09-09 10:00',
    to: '2022-09-09 11:12',
    length: length(1.2, 'hour', 'usual', law.usual),
    critical: true,
    binding: [next('P10/deal')],
  }),
  step({
    id: 'P11/price',
    zh: '缴清出让价款、契税和印花税',
    en: 'Payment of the price, deed tax and stamp duty',
    kind: 'work',
    owner: 'enterprise',
    from: '2022-09-09 11:12',
    to: '2022-09-09 15:12',
    length: length(
      2.5,
      'hour',
      'assumed',
      basis('synthetic', '演示：企业账户当日到账', 'Demo: paid from the company account on the day'),
    ),
    critical: true,
    binding: [after('P10/contract', '合同签订后才能缴款', 'Payment follows the contract', law.deedTax)],
  }),

  step({
    id: 'A03/request',
    zh: '提出模拟审批申请',
    en: 'Request for pre-review',
    kind: 'request',
    owner: 'enterprise',
    track: 'preReview',
    from: '2022-08-01 09:00',
    to: '2022-08-01 17:30',
    length: length(1, 'workday', 'usual', law.usual),
    slack: 20,
    latestStart: moment('2022-08-29 09:00'),
    binding: [
      {
        kind: 'late',
        text: text('为少做无用功，安排在拿地前尽可能晚', 'Put late, so that least is lost if the land is not won'),
      },
    ],
  }),
  step({
    id: 'A03/preReview',
    zh: '模拟审查',
    en: 'Pre-review',
    kind: 'preReview',
    owner: 'government',
    agency: 'natural-resources',
    reviewers: 1,
    track: 'preReview',
    from: '2022-08-02 09:00',
    to: '2022-08-04 17:30',
    length: length(3, 'workday', 'promised', law.promise),
    slack: 20,
    latestStart: moment('2022-08-30 09:00'),
    binding: [
      next('A03/request'),
      {
        kind: 'validity',
        text: text('预审意见有效期 6 个月', 'The pre-review stays valid for six months'),
        basis: law.usual,
      },
    ],
  }),
  step({
    id: 'A03/conversion',
    zh: '核对转正式、发证',
    en: 'Conversion to the formal permit',
    kind: 'conversion',
    owner: 'government',
    agency: 'natural-resources',
    reviewers: 1,
    track: 'preReview',
    from: '2022-09-09 11:12',
    to: '2022-09-09 14:42',
    length: length(2, 'hour', 'promised', law.promise),
    slack: 0.2,
    latestStart: moment('2022-09-09 13:30'),
    binding: [
      after(
        'P10/contract',
        '签订出让合同并备案后领取建设用地规划许可证',
        'The land-use planning permit follows the contract and the filing',
        law.planning38,
      ),
    ],
  }),
  step({
    id: 'A04/cadastre',
    zh: '地籍调查',
    en: 'Cadastral survey',
    kind: 'preparation',
    owner: 'intermediary',
    from: '2022-07-11 09:00',
    to: '2022-07-22 17:30',
    length: length(10, 'workday', 'usual', law.usual),
    slack: 32,
    latestStart: moment('2022-08-25 09:00'),
    binding: [{ kind: 'late', text: text('安排在拿地前', 'Placed before land day') }],
  }),
  step({
    id: 'A04/decision',
    zh: '审核、登簿、发证',
    en: 'Check, entry in the register, issue',
    kind: 'decision',
    owner: 'government',
    agency: 'real-estate-registry',
    reviewers: 1,
    track: 'tolerance',
    from: '2022-09-09 15:12',
    to: '2022-09-13 17:30',
    length: length(
      1,
      'workday',
      'sample',
      basis(
        'B',
        '霸州办事指南：法定 10、承诺 1 个工作日',
        'Service guide of Bazhou: 10 working days by law, 1 promised',
      ),
    ),
    critical: true,
    binding: [
      after(
        'P11/price',
        '价款、契税缴清后才能登记',
        'Registration only after price and deed tax are paid',
        law.deedTax,
      ),
      { kind: 'calendar', text: text('中秋节 9 月 10—12 日放假', 'Mid-Autumn holiday, 10–12 September') },
    ],
  }),
  step({
    id: 'A05/report',
    zh: '编制节能报告',
    en: 'Energy report is written',
    kind: 'preparation',
    owner: 'intermediary',
    from: '2022-06-20 09:00',
    to: '2022-07-08 17:30',
    length: length(15, 'workday', 'usual', law.usual),
    slack: 20,
    latestStart: moment('2022-07-18 09:00'),
    binding: [asOf],
  }),
  step({
    id: 'A05/assessment',
    zh: '委托评审',
    en: 'Commissioned assessment',
    kind: 'special',
    owner: 'intermediary',
    agency: 'development-reform',
    from: '2022-07-11 09:00',
    to: '2022-07-22 17:30',
    length: length(10, 'workday', 'usual', law.usual),
    slack: 20,
    latestStart: moment('2022-08-08 09:00'),
    binding: [next('A05/report')],
  }),
  step({
    id: 'A05/decision',
    zh: '审核、办结',
    en: 'Review and decision',
    kind: 'decision',
    owner: 'government',
    agency: 'development-reform',
    reviewers: 1,
    from: '2022-07-25 09:00',
    to: '2022-07-25 17:30',
    length: length(
      1,
      'workday',
      'sample',
      basis('B', '江苏政务服务网 扬州节能审查指南', 'Jiangsu service portal, Yangzhou guide to energy review'),
    ),
    slack: 20,
    latestStart: moment('2022-08-22 09:00'),
    binding: [next('A05/assessment')],
  }),
  step({
    id: 'A06/report',
    zh: '编制环境影响报告表',
    en: 'EIA report form is written',
    kind: 'preparation',
    owner: 'intermediary',
    from: '2022-06-20 09:00',
    to: '2022-07-29 17:30',
    length: length(30, 'workday', 'usual', law.usual),
    slack: 3,
    latestStart: moment('2022-06-23 09:00'),
    binding: [asOf],
    assumed: true,
  }),
  step({
    id: 'A06/check',
    zh: '收件审查',
    en: 'Completeness check',
    kind: 'check',
    owner: 'government',
    agency: 'ecology',
    from: '2022-08-01 09:00',
    to: '2022-08-01 17:30',
    length: length(1, 'workday', 'promised', law.promise),
    slack: 3,
    latestStart: moment('2022-08-04 09:00'),
    binding: [next('A06/report')],
    assumed: true,
  }),
  step({
    id: 'A06/review',
    zh: '技术评估',
    en: 'Technical assessment',
    kind: 'special',
    owner: 'government',
    agency: 'ecology',
    reviewers: 2,
    from: '2022-08-02 09:00',
    to: '2022-08-22 17:30',
    length: length(15, 'workday', 'usual', law.usual),
    slack: 3,
    latestStart: moment('2022-08-05 09:00'),
    binding: [
      next('A06/check'),
      {
        kind: 'capacity',
        text: text(
          '市生态环境局金坛分局只有 2 名审查员，前一项目占用到 8 月 1 日',
          'The Jintan branch has two reviewers, both busy until 1 August',
        ),
      },
    ],
    assumed: true,
  }),
  step({
    id: 'A06/publicity',
    zh: '拟批准公示',
    en: 'Publicity of the proposed approval',
    kind: 'special',
    owner: 'government',
    agency: 'ecology',
    from: '2022-08-23 09:00',
    to: '2022-08-29 17:30',
    length: length(
      5,
      'workday',
      'statutory',
      basis('B', '金坛区政府网 2024-11-28 公示', 'Notice on the Jintan district site, 2024-11-28'),
      { count: 'minimum' },
    ),
    slack: 3,
    latestStart: moment('2022-08-26 09:00'),
    binding: [next('A06/review')],
    assumed: true,
  }),
  step({
    id: 'A06/decision',
    zh: '审批决定',
    en: 'Decision',
    kind: 'decision',
    owner: 'government',
    agency: 'ecology',
    reviewers: 1,
    from: '2022-08-30 09:00',
    to: '2022-08-31 17:30',
    length: length(2, 'workday', 'promised', law.promise),
    slack: 3,
    latestStart: moment('2022-09-02 09:00'),
    binding: [next('A06/publicity')],
    assumed: true,
  }),
  step({
    id: 'A08/report',
    zh: '编制水资源论证报告',
    en: 'Water resources report is written',
    kind: 'preparation',
    owner: 'intermediary',
    from: '2022-06-20 09:00',
    to: '2022-07-15 17:30',
    length: length(20, 'workday', 'usual', law.usual),
    slack: 12,
    latestStart: moment('2022-07-06 09:00'),
    binding: [asOf],
    assumed: true,
  }),
  step({
    id: 'A08/decision',
    zh: '取水申请审批',
    en: 'Decision on the abstraction request',
    kind: 'decision',
    owner: 'government',
    agency: 'water',
    reviewers: 1,
    from: '2022-07-18 09:00',
    to: '2022-08-26 17:30',
    length: length(30, 'workday', 'promised', law.promise),
    slack: 12,
    latestStart: moment('2022-08-03 09:00'),
    binding: [next('A08/report')],
    assumed: true,
  }),

  step({
    id: 'B01/scheme',
    zh: '总平面图和设计方案',
    en: 'Site plan and design scheme',
    kind: 'preparation',
    owner: 'enterprise',
    from: '2022-06-20 09:00',
    to: '2022-07-16 17:30',
    length: length(
      24,
      'workday',
      'fact',
      basis('synthetic', '企业提供的设计计划', 'The design schedule given by the company'),
      { week: 'design' },
    ),
    slack: 8,
    latestStart: moment('2022-06-29 09:00'),
    binding: [
      asOf,
      {
        kind: 'material',
        text: text(
          '等规划条件 <附图>（2022-06-17 出具）',
          'Waits for the planning conditions & map (issued 2022-06-17)',
        ),
      },
    ],
  }),
  step({
    id: 'B01/review',
    zh: '设计方案联合审查',
    en: 'Joint review of the design scheme',
    kind: 'preReview',
    owner: 'government',
    agency: 'natural-resources',
    reviewers: 1,
    track: 'preReview',
    from: '2022-07-18 09:00',
    to: '2022-07-22 17:30',
    length: length(5, 'workday', 'promised', law.promise),
    slack: 8,
    latestStart: moment('2022-07-28 09:00'),
    binding: [next('B01/scheme')],
  }),
  step({
    id: 'B02/preReview',
    zh: '工程规划许可模拟审查',
    en: 'Pre-review of the engineering planning permit',
    kind: 'preReview',
    owner: 'government',
    agency: 'natural-resources',
    reviewers: 1,
    track: 'preReview',
    from: '2022-08-05 09:00',
    to: '2022-08-11 17:30',
    length: length(5, 'workday', 'promised', law.promise),
    slack: 14,
    latestStart: moment('2022-08-25 09:00'),
    binding: [after('B01/review', '方案审查通过', 'The scheme has passed review', law.planning40)],
  }),
  step({
    id: 'B02/conversion',
    zh: '核对转正式、发证',
    en: 'Conversion to the formal permit',
    kind: 'conversion',
    owner: 'government',
    agency: 'natural-resources',
    reviewers: 1,
    track: 'preReview',
    from: '2022-09-14 09:00',
    to: '2022-09-14 11:00',
    length: length(2, 'hour', 'promised', law.promise),
    critical: true,
    binding: [after('A04/decision', '以权证为用地证明文件', 'The title is the proof of land use', law.planning40)],
  }),

  step({
    id: 'C01@4.1/design',
    zh: '施工图设计',
    en: 'Construction drawings',
    kind: 'preparation',
    owner: 'enterprise',
    from: '2022-07-18 09:00',
    to: '2022-08-20 17:30',
    length: length(
      30,
      'workday',
      'fact',
      basis('synthetic', '企业提供的设计计划', 'The design schedule given by the company'),
      { week: 'design' },
    ),
    slack: 4,
    latestStart: moment('2022-07-22 09:00'),
    binding: [after('B01/scheme', '方案稳定后出施工图', 'Drawings follow a stable scheme', law.usual)],
  }),
  step({
    id: 'C01@4.1/review',
    zh: '施工图技术审查',
    en: 'Technical review of the drawings',
    kind: 'review',
    owner: 'intermediary',
    agency: 'drawing-review',
    reviewers: 1,
    from: '2022-08-22 09:00',
    to: '2022-09-02 17:30',
    length: length(
      10,
      'workday',
      'statutory',
      basis('B', '住房城乡建设部令第 13 号第十二条', 'Ministry of Housing Order 13, art. 12'),
    ),
    slack: 4,
    latestStart: moment('2022-08-26 09:00'),
    binding: [next('C01@4.1/design')],
  }),
  step({
    id: 'C02@4.1/expert',
    zh: '年产 22GWh 动力电池及储能电池生产基地（四期 4.1 标段）甲类电解液仓库、NMP 回收精馏装置及化成分容车间特殊建设工程消防设计专家评审',
    en: 'Expert review of the fire design (class A electrolyte store, NMP recovery, formation hall)',
    kind: 'special',
    owner: 'government',
    agency: 'housing-construction',
    reviewers: 1,
    from: '2022-08-22 09:00',
    to: '2022-09-08 17:30',
    length: length(
      14,
      'workday',
      'usual',
      basis(
        'A',
        '建设工程消防设计审查验收管理暂行规定第二十二条',
        'Interim Provisions on Fire Design Review and Acceptance, art. 22',
      ),
    ),
    slack: 1,
    latestStart: moment('2022-08-23 09:00'),
    binding: [after('C01@4.1/design', '要有消防设计文件', 'The fire design files must exist', law.fire15)],
  }),
  step({
    id: 'C02@4.1/decision',
    zh: '消防设计审查合格意见',
    en: 'Fire design approval',
    kind: 'decision',
    owner: 'government',
    agency: 'housing-construction',
    reviewers: 1,
    track: 'tolerance',
    from: '2022-09-09 09:00',
    to: '2022-09-14 17:30',
    length: length(3, 'workday', 'promised', law.promise),
    slack: 1,
    latestStart: moment('2022-09-13 09:00'),
    binding: [next('C02@4.1/expert')],
  }),
  step({
    id: 'C03@4.1/contractor',
    zh: '确定施工、监理单位',
    en: 'Contractor and supervisor are chosen',
    kind: 'preparation',
    owner: 'enterprise',
    from: '2022-08-01 09:00',
    to: '2022-08-26 17:30',
    length: length(20, 'workday', 'usual', law.usual),
    slack: 10,
    latestStart: moment('2022-08-15 09:00'),
    binding: [{ kind: 'late', text: text('拿地前再签', 'Signed before land day') }],
  }),
  step({
    id: 'C07@4.1/check',
    zh: '收件审查',
    en: 'Completeness check',
    kind: 'check',
    owner: 'government',
    agency: 'approval-bureau',
    track: 'tolerance',
    from: '2022-09-15 09:00',
    to: '2022-09-15 12:00',
    length: length(0.5, 'workday', 'promised', law.promise),
    critical: true,
    binding: [
      after(
        'B02/conversion',
        '已取得建设工程规划许可证',
        'The engineering planning permit has been obtained',
        law.building8,
      ),
      after('C02@4.1/decision', '消防设计审查合格', 'The fire design has passed', law.fire15),
      after('C01@4.1/review', '施工图审查合格', 'The drawings have passed', law.drawings),
    ],
  }),
  step({
    id: 'C07@4.1/decision',
    zh: '审查、决定、发证',
    en: 'Review, decision, issue',
    kind: 'decision',
    owner: 'government',
    agency: 'approval-bureau',
    reviewers: 1,
    track: 'tolerance',
    from: '2022-09-15 13:30',
    to: '2022-09-19 17:30',
    length: length(2, 'workday', 'promised', law.promise),
    critical: true,
    binding: [next('C07@4.1/check')],
  }),
  step({
    id: 'C13/power',
    zh: '供电方案答复',
    en: 'Answer on the power supply',
    kind: 'work',
    owner: 'utility',
    agency: 'grid',
    from: '2022-07-25 09:00',
    to: '2022-08-23 17:30',
    length: length(22, 'workday', 'usual', law.utilities),
    slack: 19,
    latestStart: moment('2022-08-19 09:00'),
    binding: [after('B01/review', '方案确定后报装', 'Application follows the scheme', law.utilities)],
  }),
  step({
    id: 'W01@4.1/works',
    zh: '4.1 期土建与设备安装',
    en: 'Works and installation, phase 4.1',
    kind: 'work',
    owner: 'enterprise',
    from: '2022-09-20 09:00',
    to: '2023-11-30 17:30',
    length: length(
      14,
      'month',
      'fact',
      basis('synthetic', '企业提供的工期', 'The construction period given by the company'),
      { week: 'site' },
    ),
    critical: true,
    provisional: true,
    binding: [
      {
        kind: 'gate',
        text: text(
          '实际开工须过 G1：施工许可证、环评、节能、取水',
          'Works need gate G1: construction permit, EIA, energy, water',
        ),
        activity: 'C07@4.1/decision',
        basis: law.eia25,
      },
    ],
  }),
  step({
    id: 'C07@4.2/decision',
    zh: '审查、决定、发证',
    en: 'Review, decision, issue',
    kind: 'decision',
    owner: 'government',
    agency: 'approval-bureau',
    reviewers: 1,
    track: 'commitment',
    from: '2023-03-01 09:00',
    to: '2023-03-03 17:30',
    length: length(3, 'workday', 'promised', law.promise),
    slack: 40,
    latestStart: moment('2023-04-26 09:00'),
    provisional: true,
    binding: [{ kind: 'asOf', text: text('4.2 期不早于 2023-03-01', 'Phase 4.2 not before 2023-03-01') }],
  }),
  step({
    id: 'C07@4.2/inspection',
    zh: '告知承诺事后核查',
    en: 'Inspection after the commitment',
    kind: 'inspection',
    owner: 'government',
    agency: 'approval-bureau',
    reviewers: 1,
    track: 'commitment',
    from: '2023-03-06 09:00',
    to: '2023-04-14 17:30',
    length: length(30, 'workday', 'usual', law.usual),
    slack: 80,
    latestStart: moment('2023-06-27 09:00'),
    provisional: true,
    binding: [next('C07@4.2/decision')],
  }),
  step({
    id: 'W01@4.2/works',
    zh: '4.2 期土建与设备安装',
    en: 'Works and installation, phase 4.2',
    kind: 'work',
    owner: 'enterprise',
    from: '2023-03-06 09:00',
    to: '2024-03-29 17:30',
    length: length(
      12.5,
      'month',
      'fact',
      basis('synthetic', '企业提供的工期', 'The construction period given by the company'),
      { week: 'site' },
    ),
    slack: 10,
    latestStart: moment('2023-03-20 09:00'),
    provisional: true,
    binding: [after('C07@4.2/decision', '领证后开工', 'Works follow the permit', law.building7)],
  }),
  step({
    id: 'D01@4.1/acceptance',
    zh: '竣工联合验收',
    en: 'Joint acceptance',
    kind: 'decision',
    owner: 'government',
    agency: 'housing-construction',
    reviewers: 2,
    from: '2023-12-01 09:00',
    to: '2023-12-14 17:30',
    length: length(10, 'workday', 'usual', law.usual),
    critical: true,
    provisional: true,
    binding: [after('W01@4.1/works', '完工后验收', 'Acceptance follows completion', law.building7)],
  }),
  step({
    id: 'D14/application',
    zh: '填报排污许可申请',
    en: 'Application for the discharge permit',
    kind: 'preparation',
    owner: 'enterprise',
    from: '2023-11-01 09:00',
    to: '2023-11-14 17:30',
    length: length(10, 'workday', 'usual', law.usual),
    slack: 4,
    latestStart: moment('2023-11-07 09:00'),
    provisional: true,
    binding: [
      after('A06/decision', '须有环评批复', 'Needs the EIA approval', law.discharge),
      { kind: 'late', text: text('设备定型后再填', 'Filled in when the equipment is settled') },
    ],
  }),
  step({
    id: 'D14/decision',
    zh: '排污许可审批',
    en: 'Decision on the discharge permit',
    kind: 'decision',
    owner: 'government',
    agency: 'ecology',
    reviewers: 1,
    from: '2023-11-15 09:00',
    to: '2023-12-12 17:30',
    length: length(20, 'workday', 'statutory', law.discharge),
    slack: 4,
    latestStart: moment('2023-11-21 09:00'),
    provisional: true,
    binding: [next('D14/application')],
  }),
  step({
    id: 'D09@4.1/monitoring',
    zh: '环保设施调试与验收监测',
    en: 'Trial run and acceptance monitoring',
    kind: 'work',
    owner: 'intermediary',
    from: '2023-12-15 09:00',
    to: '2024-02-02 17:30',
    length: length(35, 'workday', 'usual', law.usual),
    critical: true,
    provisional: true,
    binding: [
      after('D01@4.1/acceptance', '联合验收后调试', 'The trial run follows joint acceptance', law.environment19),
    ],
  }),
  step({
    id: 'D09@4.1/publicity',
    zh: '自主验收报告公示',
    en: 'Publicity of the acceptance report',
    kind: 'special',
    owner: 'enterprise',
    from: '2024-02-05 09:00',
    to: '2024-03-08 17:30',
    length: length(
      20,
      'workday',
      'statutory',
      basis(
        'B',
        '建设项目竣工环境保护验收暂行办法第十一条',
        'Interim Measures for Environmental Acceptance on Completion, art. 11',
      ),
      { count: 'minimum' },
    ),
    critical: true,
    provisional: true,
    binding: [next('D09@4.1/monitoring')],
  }),
]

const names: Readonly<
  Record<
    string,
    {
      readonly stage: number
      readonly nature: string
      readonly name: Text
      readonly agency: string | null
      readonly agencyName: Text
      readonly citations: Basis[]
      readonly result: Text
    }
  >
> = {
  A01: {
    stage: 1,
    nature: 'filing',
    name: text('企业投资项目备案', 'Filing of an enterprise investment project'),
    agency: 'development-reform',
    agencyName: text('区发展和改革局', 'District Development and Reform Bureau'),
    citations: [law.filing],
    result: text('备案证、项目代码', 'Filing certificate and project code'),
  },
  P04: {
    stage: 0,
    nature: 'review',
    name: text('土壤污染状况调查及评审', 'Soil contamination survey and review'),
    agency: 'ecology',
    agencyName: text('金坛生态环境局', 'Jintan Ecology and Environment Bureau'),
    citations: [basis('A', '土壤污染防治法第五十九条', 'Soil Pollution Prevention Law, art. 59')],
    result: text('调查报告、评审意见', 'Survey report and opinion'),
  },
  P09: {
    stage: 0,
    nature: 'transaction',
    name: text('出让方案批准、招拍挂公告', 'Land sale plan and notice'),
    agency: 'natural-resources',
    agencyName: text('区自然资源和规划局', 'District Natural Resources and Planning Bureau'),
    citations: [law.notice, law.listing],
    result: text('出让公告', 'Notice of the land sale'),
  },
  P10: {
    stage: 0,
    nature: 'transaction',
    name: text('成交确认书、出让合同', 'Deal and land contract'),
    agency: 'natural-resources',
    agencyName: text('区自然资源和规划局', 'District Natural Resources and Planning Bureau'),
    citations: [law.planning38],
    result: text('国有建设用地使用权出让合同', 'Contract for the land-use right'),
  },
  P11: {
    stage: 0,
    nature: 'duty',
    name: text('缴纳出让价款、契税、印花税', 'Land price, deed tax and stamp duty'),
    agency: null,
    agencyName: text('企业', 'Company'),
    citations: [law.deedTax],
    result: text('缴款凭证、完税凭证', 'Payment and tax receipts'),
  },
  A03: {
    stage: 1,
    nature: 'permit',
    name: text('建设用地规划许可证', 'Land-use planning permit'),
    agency: 'natural-resources',
    agencyName: text('区自然资源和规划局', 'District Natural Resources and Planning Bureau'),
    citations: [law.planning38, law.licensing],
    result: text('建设用地规划许可证', 'Land-use planning permit'),
  },
  A04: {
    stage: 1,
    nature: 'registration',
    name: text('国有建设用地使用权首次登记', 'First registration of the land-use right'),
    agency: 'real-estate-registry',
    agencyName: text('区不动产登记中心', 'District Real Estate Registry'),
    citations: [law.registration, law.deedTax],
    result: text('不动产权证书（土地）', 'Land title'),
  },
  A05: {
    stage: 1,
    nature: 'permit',
    name: text('固定资产投资项目节能审查', 'Energy conservation review'),
    agency: 'development-reform',
    agencyName: text('区发展和改革局', 'District Development and Reform Bureau'),
    citations: [law.energy],
    result: text('节能审查意见', 'Energy review opinion'),
  },
  A06: {
    stage: 1,
    nature: 'permit',
    name: text('环境影响评价审批', 'Approval of the environmental impact assessment'),
    agency: 'ecology',
    agencyName: text('常州市金坛生态环境局', 'Jintan Ecology and Environment Bureau of Changzhou'),
    citations: [law.eia22, law.eia25],
    result: text('环评批复', 'EIA approval'),
  },
  A07: {
    stage: 1,
    nature: 'permit',
    name: text('生产建设项目水土保持方案审批', 'Soil and water conservation plan'),
    agency: 'water',
    agencyName: text('区水利局', 'District Water Bureau'),
    citations: [basis('A', '水土保持法第二十五条', 'Water and Soil Conservation Law, art. 25')],
    result: text('水保批复', 'Approval of the plan'),
  },
  A08: {
    stage: 1,
    nature: 'permit',
    name: text('取水许可（含水资源论证）', 'Water abstraction permit'),
    agency: 'water',
    agencyName: text('区水利局', 'District Water Bureau'),
    citations: [law.water],
    result: text('取水申请批准文件', 'Approval of the abstraction request'),
  },
  B01: {
    stage: 2,
    nature: 'review',
    name: text('建设工程设计方案联合审查', 'Joint review of the design scheme'),
    agency: 'natural-resources',
    agencyName: text('区自然资源和规划局', 'District Natural Resources and Planning Bureau'),
    citations: [law.planning40],
    result: text('方案审查意见、总平面图', 'Opinion on the scheme and site plan'),
  },
  B02: {
    stage: 2,
    nature: 'permit',
    name: text('建设工程规划许可证', 'Engineering planning permit'),
    agency: 'natural-resources',
    agencyName: text('区自然资源和规划局', 'District Natural Resources and Planning Bureau'),
    citations: [law.planning40, law.licensing],
    result: text('建设工程规划许可证', 'Engineering planning permit'),
  },
  C01: {
    stage: 3,
    nature: 'review',
    name: text('施工图设计文件审查', 'Review of the construction drawings'),
    agency: 'drawing-review',
    agencyName: text('施工图审查机构', 'Drawing review institution'),
    citations: [law.drawings],
    result: text('施工图审查合格书', 'Certificate of drawing review'),
  },
  C02: {
    stage: 3,
    nature: 'permit',
    name: text('特殊建设工程消防设计审查', 'Fire design review of special works'),
    agency: 'housing-construction',
    agencyName: text('区住房和城乡建设局', 'District Housing and Construction Bureau'),
    citations: [law.fire15],
    result: text('消防设计审查合格意见', 'Fire design approval'),
  },
  C03: {
    stage: 3,
    nature: 'duty',
    name: text('承发包、合同信息归集', 'Contracting'),
    agency: null,
    agencyName: text('企业', 'Company'),
    citations: [law.building8],
    result: text('施工、监理合同', 'Works and supervision contracts'),
  },
  C07: {
    stage: 3,
    nature: 'permit',
    name: text('建筑工程施工许可证', 'Construction permit'),
    agency: 'approval-bureau',
    agencyName: text('区行政审批局', 'District Approval Bureau'),
    citations: [law.building7, law.building8],
    result: text('建筑工程施工许可证', 'Construction permit'),
  },
  C13: {
    stage: 3,
    nature: 'utility',
    name: text('市政公用报装（供电）', 'Utility connection (power)'),
    agency: 'grid',
    agencyName: text('供电公司', 'Power company'),
    citations: [law.utilities],
    result: text('供电方案', 'Power supply scheme'),
  },
  D01: {
    stage: 4,
    nature: 'review',
    name: text('竣工联合验收', 'Joint acceptance on completion'),
    agency: 'housing-construction',
    agencyName: text('区住房和城乡建设局', 'District Housing and Construction Bureau'),
    citations: [law.soil],
    result: text('联合验收意见书', 'Opinion of joint acceptance'),
  },
  D09: {
    stage: 4,
    nature: 'duty',
    name: text('竣工环保验收（自主）', 'Environmental acceptance by the company'),
    agency: null,
    agencyName: text('企业', 'Company'),
    citations: [law.environment19],
    result: text('验收报告', 'Acceptance report'),
  },
  D14: {
    stage: 4,
    nature: 'permit',
    name: text('排污许可证', 'Pollutant discharge permit'),
    agency: 'ecology',
    agencyName: text('常州市金坛生态环境局', 'Jintan Ecology and Environment Bureau of Changzhou'),
    citations: [law.discharge],
    result: text('排污许可证', 'Discharge permit'),
  },
  W01: {
    stage: 5,
    nature: 'work',
    name: text('土建与设备安装', 'Works and installation'),
    agency: null,
    agencyName: text('企业', 'Company'),
    citations: [law.building7],
    result: text('竣工', 'Completion'),
  },
}

const material = (
  id: string,
  zh: string,
  en: string,
  from: string,
  neededBy: string,
  source: Basis,
  more: Partial<Material> = {},
): Material => ({
  id,
  name: text(zh, en),
  necessity: 'essential',
  shared: false,
  from,
  issuedBy: null,
  neededBy,
  basis: source,
  ...more,
})
const deferrable = { necessity: 'deferrable' } as const
const shared = { shared: true, issuedBy: 'development-reform' } as const

const materials: Readonly<Record<string, Material[]>> = {
  A03: [
    material('A03-form', '申请表', 'Application form', 'enterprise', '2022-08-01', law.planning38),
    material('A03-filing', '备案证', 'Filing certificate', 'government', '2022-08-01', law.planning38, shared),
    material(
      'A03-contract',
      '出让合同（含规划条件及附图）',
      'Land contract with planning conditions',
      'enterprise',
      '2022-09-09',
      law.planning38,
    ),
    material('A03-licence', '营业执照', 'Business licence', 'government', '2022-09-09', law.usual, {
      ...deferrable,
      shared: true,
      issuedBy: 'market-supervision',
    }),
  ],
  A04: [
    material('A04-form', '登记申请书', 'Application for registration', 'enterprise', '2022-09-09', law.registration),
    material('A04-tax', '契税完税凭证', 'Deed tax receipt', 'enterprise', '2022-09-09', law.deedTax),
    material(
      'A04-handover',
      '交地确认书原件',
      'Handover certificate, original',
      'enterprise',
      '2022-09-13',
      law.usual,
      deferrable,
    ),
  ],
  A05: [material('A05-report', '节能报告', 'Energy conservation report', 'intermediary', '2022-07-25', law.energy)],
  A06: [
    material('A06-form', '环境影响报告表', 'EIA report form', 'intermediary', '2022-08-01', law.eia22),
    material(
      'A06-quota',
      '总量指标意见',
      'Opinion on the emission quota',
      'government',
      '2022-08-01',
      basis('B', '环发〔2014〕197 号', 'Huanfa [2014] 197'),
      { shared: true, issuedBy: 'ecology' },
    ),
  ],
  A08: [material('A08-report', '水资源论证报告', 'Water resources report', 'intermediary', '2022-07-18', law.water)],
  B02: [
    material(
      'B02-scheme',
      '设计方案及总平面图',
      'Design scheme and site plan',
      'enterprise',
      '2022-08-05',
      law.planning40,
    ),
    material('B02-title', '不动产权证原件', 'Land title, original', 'government', '2022-09-14', law.planning40, {
      ...deferrable,
      shared: true,
      issuedBy: 'real-estate-registry',
    }),
  ],
  'C01@4.1': [
    material(
      'C01-drawings',
      '全套施工图、计算书、勘察报告',
      'Full drawings, calculations, survey report',
      'enterprise',
      '2022-08-22',
      law.drawings,
    ),
  ],
  'C02@4.1': [material('C02-files', '消防设计文件', 'Fire design files', 'enterprise', '2022-08-22', law.fire15)],
  'C07@4.1': [
    material(
      'C07-form',
      '申请表（含各方签章）',
      'Application form, signed by all parties',
      'enterprise',
      '2022-09-15',
      law.building8,
    ),
    material(
      'C07-funds',
      '建设资金落实承诺书',
      'Commitment on construction funds',
      'enterprise',
      '2022-09-15',
      basis('GK', '建筑工程施工许可管理办法', 'Measures on Construction Permits'),
    ),
    material(
      'C07-wages',
      '农民工工资专户',
      'Wage account for migrant workers',
      'enterprise',
      '2022-09-19',
      law.usual,
      deferrable,
    ),
  ],
  'C07@4.2': [
    material(
      'C07-form',
      '申请表（含各方签章）',
      'Application form, signed by all parties',
      'enterprise',
      '2023-03-01',
      law.building8,
    ),
  ],
  D14: [material('D14-plan', '自行监测方案', 'Self-monitoring plan', 'enterprise', '2023-11-15', law.discharge)],
}

const occurrenceIds = [
  'P04',
  'P09',
  'P10',
  'P11',
  'A01',
  'A03',
  'A04',
  'A05',
  'A06',
  'A07',
  'A08',
  'B01',
  'B02',
  'C01@4.1',
  'C02@4.1',
  'C03@4.1',
  'C07@4.1',
  'C07@4.2',
  'C13',
  'W01@4.1',
  'W01@4.2',
  'D01@4.1',
  'D14',
  'D09@4.1',
]

const trackReasons: Readonly<Record<Matter['track'], Text>> = {
  standard: text('按一般程序办理', 'Handled by the standard procedure'),
  tolerance: text(
    '区容缺受理清单在列，△材料可在决定前补齐',
    'On the district tolerance list; △ materials may follow until the decision',
  ),
  commitment: text('告知承诺事项，当场决定，事后核查', 'Decided at once on commitment, inspected afterwards'),
  preReview: text('拿地前模拟审批，拿地后核对转正式', 'Pre-reviewed before the land, converted after it'),
  exempt: text('区域评估已覆盖，不再单独办理', 'Covered by the regional assessment'),
}
const tracks: Readonly<Record<string, Matter['track']>> = {
  A03: 'preReview',
  A04: 'tolerance',
  A07: 'exempt',
  B01: 'preReview',
  B02: 'preReview',
  'C02@4.1': 'tolerance',
  'C07@4.1': 'tolerance',
  'C07@4.2': 'commitment',
}
const assumedMatters: readonly string[] = ['A06', 'A08']

const worst: Readonly<Record<string, { readonly text: Text; readonly basis: Basis; readonly lastDay: string | null }>> =
  {
    A03: {
      text: text('20 个工作日（可延 10）', '20 working days (may be extended by 10)'),
      basis: law.licensing,
      lastDay: '2022-10-14',
    },
    A04: { text: text('30 个工作日', '30 working days'), basis: law.registration, lastDay: '2022-10-28' },
    A05: {
      text: text('20 个工作日，委托评审不计', '20 working days, commissioned assessment not counted'),
      basis: law.energy,
      lastDay: '2022-08-19',
    },
    A06: {
      text: text('报告表 30 日、报告书 60 日', '30 days for a form, 60 for a report'),
      basis: law.eia22,
      lastDay: '2022-09-13',
    },
    A08: { text: text('45 个工作日', '45 working days'), basis: law.water, lastDay: '2022-09-20' },
    B02: {
      text: text('20 个工作日（可延 10）', '20 working days (may be extended by 10)'),
      basis: law.licensing,
      lastDay: '2022-10-19',
    },
    'C02@4.1': {
      text: text('15 个工作日，专家评审不计', '15 working days, expert review not counted'),
      basis: law.fire15,
      lastDay: '2022-10-08',
    },
    'C07@4.1': {
      text: text('7 日（实践按工作日）', '7 days (working days in practice)'),
      basis: law.building7,
      lastDay: '2022-09-26',
    },
  }
const noLimit = { text: text('法律未定时限', 'No limit in law'), basis: law.usual, lastDay: null }

const variants: Readonly<Record<string, { id: string; name: Text }>> = {
  A05: { id: 'district', name: text('区级审查', 'Reviewed by the district') },
  A06: { id: 'form', name: text('报告表', 'Report form') },
}

const ruleOf = (id: string, matter: string, name: Text, source: Basis): Pick<Matter, 'verdict' | 'rule' | 'missing'> =>
  assumedMatters.includes(id)
    ? {
        verdict: 'assumed',
        rule: {
          id: `${matter}-applies`,
          says: text('事实不明，按适用安排', 'A fact is unknown; planned as if it applies'),
          basis: source,
        },
        missing: [id === 'A06' ? 'solventPaintT' : 'waterSource'],
      }
    : {
        verdict: 'applies',
        rule: {
          id: `${matter}-applies`,
          says: text(`${name.zh}适用于本项目`, `${name.en} applies to this project`),
          basis: source,
        },
        missing: [],
      }

const runOf = (id: string): Pick<Matter, 'begun' | 'submitted' | 'decided' | 'issued' | 'visits' | 'done'> => {
  const own = activities.filter((activity) => activity.occurrence === id)
  const authorities = own.filter((activity) => activity.owner === 'government')
  return {
    begun: own[0]?.start ?? null,
    submitted: authorities[0]?.start ?? null,
    decided: authorities.at(-1)?.finish ?? null,
    issued: own.at(-1)?.finish ?? null,
    visits: authorities.length > 0 ? 1 : 0,
    done: own.length > 0 && own.every((activity) => activity.done),
  }
}

const plannedLimit = (id: string): Length | null =>
  activities.findLast(({ occurrence, kind }) => occurrence === id && (kind === 'decision' || kind === 'conversion'))
    ?.length ?? null

const matters: Matter[] = occurrenceIds.map((id) => {
  const matter = id.split('@')[0] ?? id
  const known = names[matter]
  if (known === undefined) throw new Error(`No name for ${matter}`)
  const { citations, ...described } = known
  const track = tracks[id] ?? 'standard'
  const { text: limitText, basis: limitBasis, lastDay } = worst[id] ?? noLimit
  return {
    id,
    matter,
    scope: scopeOf(id),
    ...described,
    ...ruleOf(id, matter, known.name, citations[0] ?? law.usual),
    variant: variants[matter] ?? null,
    track,
    trackReason: trackReasons[track],
    lawfulTracks:
      matter === 'C07'
        ? ['standard', 'tolerance', 'commitment']
        : track === 'standard'
          ? ['standard']
          : ['standard', track],
    exemption:
      id === 'A07'
        ? {
            assessment: 'jintan-soil-water',
            approvalNo: '坛水许〔2021〕000 号',
            validTo: '2024-12-31',
            synthetic: true,
          }
        : null,
    authority: text(`${known.agencyName.zh}（法定主管）`, `${known.agencyName.en} (authority in law)`),
    citations,
    limit: { planned: plannedLimit(id), statutory: { text: limitText, basis: limitBasis, lastDay } },
    materials: materials[id] ?? [],
    ...runOf(id),
    result: known.result,
  }
})

const link = (id: string, zh: string, en: string, source?: Basis): Plan['criticalChain'][number] => {
  const activity = activities.find((each) => each.id === id)
  if (activity === undefined) throw new Error(`No activity ${id}`)
  const days = {
    activity: id,
    name: activity.name,
    start: activity.start.slice(0, 10),
    finish: activity.finish.slice(0, 10),
    because: text(zh, en),
  }
  return source === undefined ? days : { ...days, basis: source }
}

const chainToStart = [
  link('P09/plan', '出让方案 7 月 20 日起报批', 'The sale plan goes for approval on 20 July', law.usual),
  link('P09/notice', '公告不少于 20 日，不缩短、不顺延', 'The notice runs 20 calendar days, never less', law.notice),
  link('P09/listing', '挂牌不少于 10 日', 'The listing runs 10 calendar days', law.listing),
  link('P10/deal', '挂牌期满成交，即拿地日', 'The deal at the end of the listing is land day', law.listing),
  link('P10/contract', '成交后当场签订合同', 'The contract is signed on the spot'),
  link('P11/price', '合同签订后缴款、缴税', 'Price and taxes follow the contract', law.deedTax),
  link(
    'A04/decision',
    '价款、契税缴清后登记，中秋节放假 3 天',
    'Registration after payment; three days of Mid-Autumn',
    law.deedTax,
  ),
  link('B02/conversion', '以权证为用地证明文件转正式', 'Converted with the title as proof of land use', law.planning40),
  link('C07@4.1/check', '取得工程规划许可证后收件', 'Received once the planning permit exists', law.building8),
  link('C07@4.1/decision', '承诺 2 个工作日', 'Two working days promised', law.promise),
]

export const richPlan: Plan = {
  format: 'kaigong-plan/1',
  project: {
    name: text(
      '长三角“零碳”动力电池基地 <四期> & "4.1" 标段🔋',
      'Yangtze Delta "Zero Carbon" Battery Base <IV> & lot "4.1" 🔋',
    ),
    code: '2205-320413-04-01-500001',
    enterprise: text(
      '江苏某某新能源科技有限公司 </td><script>alert("甲")</script>',
      "Demo Energy Technology Co., Ltd. </td><script>alert('A')</script>",
    ),
    about: text(
      '演示项目：企业、日期和承诺时限均为虚构；拿地日期取自公开报道。',
      'A demo project: company, dates and promised limits are invented; the land day follows a public report.',
    ),
  },
  district: { code: '320413', name: text('常州市金坛区', 'Jintan District, Changzhou') },
  asOf: '2022-06-20',
  rests: {
    catalogue: 'national',
    edition: '2026.11',
    lawCheckedThrough: '2026-11-24',
    calendarThrough: '2022-12-31',
    officeHours: [
      ['09:00', '12:00'],
      ['13:30', '17:30'],
    ],
  },
  land: { basis: 'transaction', basisName: text('成交', 'Deal'), day: '2022-09-09', given: true },
  verdict: {
    met: false,
    headline: text(
      '9 月 15 日前开工做不到：最早 2022-09-20（拿地后第 6 个工作日）',
      'A start by 15 September cannot be had: the earliest is 20 September 2022, the 6th working day after the land',
    ),
    details: [
      text(
        '四证在拿地后 5 个工作日内发齐：最后一证 2022-09-19。',
        'The four certificates are out within 5 working days of the land: the last on 19 September 2022.',
      ),
      text(
        '卡点：中秋节 3 天，以及权证先于工程规划许可证。',
        'What binds: three days of Mid-Autumn, and the title before the engineering planning permit.',
      ),
    ],
    asked: { kind: 'startBy', date: '2022-09-15' },
    nearest: '2022-09-20',
    chain: chainToStart.slice(-5),
    remedies: [
      {
        kind: 'piling',
        text: text('先领桩基阶段施工许可证', 'Take a permit for the piling stage first'),
        meets: true,
        constructionStart: '2022-09-15',
        workdaysGained: 3,
      },
      {
        kind: 'track',
        text: text('4.1 期施工许可证改为告知承诺', 'Take the construction permit of phase 4.1 by commitment'),
        meets: false,
        constructionStart: '2022-09-16',
        workdaysGained: 2,
      },
      {
        kind: 'capacity',
        text: text('增加 1 名环评审查员', 'One more EIA reviewer'),
        meets: false,
        constructionStart: '2022-09-20',
        workdaysGained: 0,
      },
      {
        kind: 'startEarlier',
        text: text('出让方案提前到 7 月 15 日报批', 'Send the sale plan for approval on 15 July'),
        meets: true,
        constructionStart: '2022-09-15',
        workdaysGained: 3,
      },
      {
        kind: 'answer',
        text: text('如不取地下水（接自来水），可少办 1 项', 'One matter fewer if the works take tap water only'),
        meets: false,
        constructionStart: null,
        workdaysGained: null,
      },
    ],
  },
  certificates: [
    {
      matter: 'A03',
      scope: project,
      name: text('建设用地规划许可证', 'Land-use planning permit'),
      core: true,
      date: '2022-09-09',
      workdaysFromLand: 0,
      activity: 'A03/conversion',
    },
    {
      matter: 'A04',
      scope: project,
      name: text('不动产权证书', 'Land title'),
      core: true,
      date: '2022-09-13',
      workdaysFromLand: 1,
      activity: 'A04/decision',
    },
    {
      matter: 'B02',
      scope: project,
      name: text('建设工程规划许可证', 'Engineering planning permit'),
      core: true,
      date: '2022-09-14',
      workdaysFromLand: 2,
      activity: 'B02/conversion',
    },
    {
      matter: 'C07',
      scope: first,
      name: text('建筑工程施工许可证（4.1 期）', 'Construction permit (phase 4.1)'),
      core: true,
      date: '2022-09-19',
      workdaysFromLand: 5,
      activity: 'C07@4.1/decision',
    },
    {
      matter: 'C07',
      scope: second,
      name: text('建筑工程施工许可证（4.2 期）', 'Construction permit (phase 4.2)'),
      core: false,
      date: '2023-03-03',
      workdaysFromLand: null,
      activity: 'C07@4.2/decision',
    },
  ],
  gates: [
    {
      gate: 'G0',
      scope: project,
      name: text('拿地', 'Land'),
      date: '2022-09-09',
      requires: [
        {
          occurrence: 'P09',
          matter: 'P09',
          date: '2022-09-09',
          text: text('公告、挂牌期满', 'Notice and listing are over'),
          basis: law.notice,
        },
      ],
    },
    {
      gate: 'G1',
      scope: first,
      name: text('实际开工', 'Start of construction'),
      date: '2022-09-20',
      requires: [
        {
          occurrence: 'C07@4.1',
          matter: 'C07',
          date: '2022-09-19',
          text: text('未领施工许可证不得开工', 'No works without the construction permit'),
          basis: law.building7,
        },
        {
          occurrence: 'A06',
          matter: 'A06',
          date: '2022-08-31',
          text: text('环评未批准不得开工', 'No works before the EIA is approved'),
          basis: law.eia25,
        },
        {
          occurrence: 'A05',
          matter: 'A05',
          date: '2022-07-25',
          text: text('节能审查未通过不得开工', 'No works before the energy review'),
          basis: law.energy,
        },
      ],
    },
    {
      gate: 'G1',
      scope: second,
      name: text('实际开工', 'Start of construction'),
      date: '2023-03-06',
      requires: [
        {
          occurrence: 'C07@4.2',
          matter: 'C07',
          date: '2023-03-03',
          text: text('未领施工许可证不得开工', 'No works without the construction permit'),
          basis: law.building7,
        },
      ],
    },
    {
      gate: 'G2',
      scope: first,
      name: text('竣工验收', 'Completion'),
      date: '2023-12-14',
      requires: [
        {
          occurrence: 'D01@4.1',
          matter: 'D01',
          date: '2023-12-14',
          text: text('联合验收合格', 'Joint acceptance is passed'),
          basis: law.soil,
        },
      ],
    },
    {
      gate: 'G3',
      scope: first,
      name: text('投产、排污', 'Production'),
      date: '2024-03-11',
      requires: [
        {
          occurrence: 'D14',
          matter: 'D14',
          date: '2023-12-12',
          text: text('未取得排污许可证不得排污', 'No discharge without the permit'),
          basis: law.discharge,
        },
        {
          occurrence: 'D09@4.1',
          matter: 'D09',
          date: '2024-03-08',
          text: text('环保验收合格方可投产', 'Production only after environmental acceptance'),
          basis: law.environment19,
        },
      ],
    },
    {
      gate: 'G4',
      scope: first,
      name: text('达产复核', 'Full production'),
      date: null,
      requires: [
        {
          occurrence: 'D20',
          matter: 'D20',
          date: null,
          text: text('按监管协议复核', 'Checked under the agreement'),
          basis: law.usual,
        },
      ],
    },
  ],
  activities,
  matters,
  notApplicable: [
    {
      matter: 'A02',
      scope: project,
      name: text('企业投资项目核准', 'Project approval'),
      because: [text('不在核准目录内：行业代码 C3841', 'Not in the approval catalogue: industry code C3841')],
    },
    {
      matter: 'A13',
      scope: project,
      name: text('危险化学品建设项目安全条件审查', 'Hazardous chemicals siting review'),
      because: [
        text('不生产、不储存构成重大危险源的危化品', 'No hazardous chemicals beyond the threshold'),
        text('NMP 只回收、不生产', 'NMP is recovered, not produced'),
      ],
    },
    {
      matter: 'B03',
      scope: second,
      name: text('应建防空地下室审批', 'Civil defence shelter'),
      because: [text('无民用建筑', 'No civil buildings')],
    },
  ],
  unknown: [
    {
      fact: 'waterSource',
      scope: '',
      name: text('取水来源', 'Source of water'),
      question: text(
        '生产用水是接自来水，还是直接取地表水、地下水？',
        'Does the works take tap water, or surface or ground water directly?',
      ),
      assumed: {
        value: text('直接取地下水', 'Ground water'),
        says: text('按直接取地下水安排', 'Planned as if ground water is taken'),
      },
      matters: ['A08'],
      answers: [
        { answer: text('接自来水', 'Tap water'), startMovesBy: 0, added: [], removed: ['A08'] },
        { answer: text('取地表水', 'Surface water'), startMovesBy: 4, added: ['A09'], removed: [] },
      ],
    },
    {
      fact: 'solventPaintT',
      scope: '',
      name: text('年用溶剂型涂料（吨）', 'Solvent paint per year (t)'),
      question: text(
        '溶剂型涂料（含稀释剂）每年用多少吨？10 吨以上做报告书。',
        'How many tonnes of solvent paint a year? From 10 t on a full report is needed.',
      ),
      assumed: null,
      matters: ['A06'],
      answers: [
        { answer: text('少于 10 吨', 'Less than 10 t'), startMovesBy: -1, added: [], removed: [] },
        { answer: text('10 吨及以上', '10 t or more'), startMovesBy: null, added: ['A06p'], removed: [] },
      ],
    },
  ],
  facts: [
    {
      fact: 'investmentWanYuan',
      scope: '',
      name: text('总投资（万元）', 'Total investment (10,000 yuan)'),
      value: text('1500000', '1500000'),
      confidence: 'A',
      assumed: false,
    },
    {
      fact: 'landAreaHm2',
      scope: 'JT2022-18',
      name: text('用地面积（公顷）', 'Land area (ha)'),
      value: text('46.7', '46.7'),
      confidence: 'synthetic',
      assumed: false,
    },
    {
      fact: 'energyTce',
      scope: '',
      name: text('年综合能耗（吨标准煤）', 'Energy use per year (tce)'),
      value: text('4800', '4800'),
      confidence: 'B',
      assumed: false,
    },
    {
      fact: 'industryCode',
      scope: '',
      name: text('行业代码', 'Industry code'),
      value: text('C3841', 'C3841'),
      confidence: 'GK',
      assumed: false,
    },
    {
      fact: 'waterSource',
      scope: '',
      name: text('取水来源', 'Source of water'),
      value: text('直接取地下水', 'Ground water'),
      confidence: null,
      assumed: true,
    },
    {
      fact: 'areaM2',
      scope: '4.1',
      name: text('4.1 期建筑面积（㎡）', 'Floor area of phase 4.1 (m²)'),
      value: text('310000', '310000'),
      confidence: 'C',
      assumed: false,
    },
  ],
  criticalChain: [
    ...chainToStart,
    link('W01@4.1/works', '过 G1 后开工，工期 14 个月', 'Works start past gate G1 and take 14 months', law.eia25),
    link('D01@4.1/acceptance', '完工后联合验收', 'Joint acceptance after completion', law.building7),
    link('D09@4.1/monitoring', '联合验收后调试、监测', 'Trial run and monitoring after acceptance', law.environment19),
    link('D09@4.1/publicity', '验收报告公示不少于 20 个工作日', 'The report is public for 20 working days'),
  ],
  split: [
    { owner: 'government', activities: 20, workdays: 148.3, onCriticalChain: 14.1 },
    { owner: 'intermediary', activities: 8, workdays: 154, onCriticalChain: 35 },
    { owner: 'utility', activities: 1, workdays: 22, onCriticalChain: 0 },
    { owner: 'enterprise', activities: 9, workdays: 650.3, onCriticalChain: 309.3 },
    { owner: 'land', activities: 5, workdays: 37.3, onCriticalChain: 37.3 },
  ],
  countedDays: {
    text: text(
      '按江苏口径（政府审批、技术审查、中介与市政报装）',
      'By the Jiangsu count (approvals, technical reviews, intermediaries, utilities)',
    ),
    workdays: 62.5,
  },
  comparison: {
    standard: {
      constructionStart: '2023-01-16',
      production: '2024-07-05',
      workdaysToStart: 142,
      workdaysFromLandToPermit: 58,
      matters: 24,
      materials: 31,
      visits: 22,
    },
    accelerated: {
      constructionStart: '2022-09-20',
      production: '2024-03-11',
      workdaysToStart: 63,
      workdaysFromLandToPermit: 5,
      matters: 23,
      materials: 22,
      visits: 14,
    },
  },
  provisional: {
    from: '2023-01-01',
    text: text(
      '2023 年放假安排尚未公布，周末之外暂按工作日计',
      'The holidays of 2023 are not published; weekdays are counted as working days for now',
    ),
  },
}
