import type { Text } from '@kaigong/catalogue'
import type { Length, Owner, Track } from './subject.ts'

/** What readers call the ways in which a matter is handled. */
export const trackName: Readonly<Record<Track, Text>> = {
  standard: { zh: '一般程序', en: 'standard track' },
  tolerance: { zh: '容缺受理', en: 'track of tolerance' },
  commitment: { zh: '告知承诺', en: 'track of commitment' },
  preReview: { zh: '模拟审批', en: 'track of pre-review' },
  exempt: { zh: '区域评估免予办理', en: 'track of exemption' },
}

/** Whose time it is. */
export const ownerName: Readonly<Record<Owner, Text>> = {
  government: { zh: '政府', en: 'government' },
  intermediary: { zh: '中介', en: 'intermediary' },
  utility: { zh: '公用企业', en: 'utility' },
  enterprise: { zh: '企业', en: 'enterprise' },
  land: { zh: '土地', en: 'land' },
}

/** Where a length comes from. */
export const originName: Readonly<Record<Length['from'], Text>> = {
  promised: { zh: '承诺', en: 'promised' },
  sample: { zh: '样本', en: 'sample' },
  statutory: { zh: '法定', en: 'statutory' },
  usual: { zh: '通常', en: 'usual' },
  fact: { zh: '项目文件', en: 'fact' },
  assumed: { zh: '假定', en: 'assumed' },
  catalogue: { zh: '目录', en: 'catalogue' },
}

export const weekName: Readonly<Record<Length['week'], Text>> = {
  office: { zh: '办公日', en: 'office week' },
  design: { zh: '设计周', en: 'design week' },
  site: { zh: '工地日', en: 'site week' },
  everyday: { zh: '每日', en: 'every day' },
}

const unitName: Readonly<Record<Length['unitApplied'], Text>> = {
  hour: { zh: '小时', en: 'hours' },
  workday: { zh: '个工作日', en: 'working days' },
  day: { zh: '日', en: 'days' },
  month: { zh: '个月', en: 'months' },
  year: { zh: '年', en: 'years' },
}

const countName: Readonly<Record<Length['count'], Text>> = {
  minimum: { zh: '最低期限', en: 'minimum period' },
  duty: { zh: '期限', en: 'limit' },
  effort: { zh: '工作用时', en: 'working time' },
}

/** A length with the way in which it is counted: 20 个工作日（期限，办公日）. */
export function lengthName({
  value,
  unitApplied,
  count,
  countStartDay,
  week,
}: Omit<Length, 'value' | 'from'> & { readonly value: number | undefined }): Text {
  const first = countStartDay ? { zh: '，含首日', en: ', first day included' } : { zh: '', en: '' }
  return {
    zh: `${value ?? ''} ${unitName[unitApplied].zh}（${countName[count].zh}，${weekName[week].zh}${first.zh}）`.trim(),
    en: `${value ?? ''} ${unitName[unitApplied].en} (${countName[count].en}, ${weekName[week].en}${first.en})`.trim(),
  }
}
