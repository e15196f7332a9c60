import { searchKey } from './searchKey.ts'

/** Surnames that are read otherwise than the same character elsewhere. */
const surnames: Readonly<Record<string, readonly string[]>> = {
  万俟: ['mo', 'qi'],
  尉迟: ['yu', 'chi'],
  长孙: ['zhang', 'sun'],
  单: ['shan'],
  仇: ['qiu'],
  解: ['xie'],
  查: ['zha'],
  曾: ['zeng'],
  区: ['ou'],
  盖: ['ge'],
  朴: ['piao'],
  翟: ['zhai'],
  乐: ['yue'],
  缪: ['miao'],
  员: ['yun'],
  种: ['chong'],
  繁: ['po'],
  召: ['shao'],
  洗: ['xian'],
}

/** What a person is found by when somebody types letters: as any name, but with the surname read as a surname. */
export function personKey(name: string): string {
  const [surname, reading] = Object.entries(surnames).find(([each]) => name.startsWith(each)) ?? []
  if (surname === undefined || reading === undefined) return searchKey(name)
  const [full = '', initials = ''] = searchKey(name.slice(surname.length)).split(' ')
  return `${reading.join('')}${full} ${reading.map((part) => part.charAt(0)).join('')}${initials}`
}
