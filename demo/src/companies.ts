import { creditCodeWithCheck } from '@kaigong/contract'
import type { DemoCompany } from './model.ts'

const words = [
  '云湖',
  '金澜',
  '长荡',
  '方山',
  '茅峰',
  '丹阳湖',
  '柘荡',
  '钱资',
  '愚池',
  '洮滨',
  '华阳',
  '仙姑',
  '白龙',
  '尧塘',
  '河头',
  '岸头',
  '建昌',
  '花山',
  '水北',
  '社头',
] as const
const lines = ['新能源科技', '储能技术', '材料科技', '汽车部件', '智能装备', '半导体', '生物科技', '电子科技'] as const

/** Companies of the demo, all invented: the name says so, and the credit code has a right check character. */
export function inventedCompanies(prefix: string, count: number, region: string): readonly DemoCompany[] {
  return Array.from({ length: count }, (_, i) => ({
    key: `${prefix}${String(i + 1).padStart(2, '0')}`,
    name: `${words[i % words.length]}${lines[(i * 3 + Math.floor(i / words.length)) % lines.length]}有限公司（演示）`,
    creditCode: inventedCreditCode(region, i + 1),
  }))
}

export const inventedCreditCode = (region: string, n: number): string =>
  creditCodeWithCheck(`91${region}MADEM${String(n).padStart(4, '0')}`)
