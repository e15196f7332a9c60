/** What is built in the district, by branch: invented products of real classes of GB/T 4754 (domain 3.5). */
export type Branch = {
  readonly industry: string
  readonly fiveNew: string | null
  readonly cluster: string
  readonly products: readonly [string, ...string[]]
  /** What the plans of such works usually depend on; all synthetic. */
  readonly traits: 'cells' | 'modules' | 'materials' | 'machines' | 'chemicals' | 'medicine' | 'electronics'
}

/** The names of the five are the district's to set: the lists that were published do not spell them out. */
export const NEW_ENERGY = '新能源'

export const branches: readonly [Branch, ...Branch[]] = [
  {
    industry: 'C3841',
    fiveNew: NEW_ENERGY,
    cluster: '动力电池',
    traits: 'cells',
    products: ['10 GWh 储能电芯', '电池模组与系统集成', '6 GWh 圆柱电芯', '电池梯次利用', '软包电芯'],
  },
  {
    industry: 'C3825',
    fiveNew: NEW_ENERGY,
    cluster: '光伏',
    traits: 'modules',
    products: ['5 GW 高效电池片', '3 GW 光伏组件', '光伏支架', '光伏逆变器', '光伏边框'],
  },
  {
    industry: 'C3985',
    fiveNew: '新材料',
    cluster: '动力电池',
    traits: 'materials',
    products: ['5 万吨正极材料', '3 万吨负极材料', '电池铝箔', '湿法隔膜', '锂电铜箔'],
  },
  {
    industry: 'C3670',
    fiveNew: '新装备',
    cluster: '新能源汽车零部件',
    traits: 'machines',
    products: ['一体化压铸件', '电驱动总成', '热管理系统', '线控底盘', '汽车内饰件', '轻量化车身件'],
  },
  {
    industry: 'C3491',
    fiveNew: '新装备',
    cluster: '智能装备',
    traits: 'machines',
    products: ['工业机器人', '锂电装备', '数控机床部件', '智能物流装备'],
  },
  {
    industry: 'C3972',
    fiveNew: '新一代信息技术',
    cluster: '半导体',
    traits: 'electronics',
    products: ['功率器件封装', '碳化硅器件', '传感器'],
  },
  {
    industry: 'C2761',
    fiveNew: '新医药',
    cluster: '生物医药',
    traits: 'medicine',
    products: ['合成生物原料', '生物制剂', '诊断试剂'],
  },
  {
    industry: 'C2669',
    fiveNew: '新材料',
    cluster: '新材料',
    traits: 'chemicals',
    products: ['电解液添加剂', '特种胶粘剂', '水性涂料'],
  },
  {
    industry: 'C2921',
    fiveNew: '新材料',
    cluster: '新材料',
    traits: 'materials',
    products: ['复合薄膜', '工程塑料改性'],
  },
  {
    industry: 'C3562',
    fiveNew: '新装备',
    cluster: '半导体',
    traits: 'electronics',
    products: ['半导体清洗设备', '真空设备'],
  },
]
