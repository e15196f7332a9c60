import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The families of each part of a sheet, the first that there is before the others. */
export type Families = { readonly title: readonly string[]; readonly body: readonly string[] }

/** Comes along, so that a sheet looks the same on every machine. */
const OWN = 'Noto Serif SC'

/** What offices have in their folder: for titles 小标宋, for the body 仿宋 (GB/T 9704), and fonts with the rare characters of names behind both. */
const wanted = {
  title: ['FZXiaoBiaoSong-B05S', 'FZXiaoBiaoSong-B05', '方正小标宋简体', '方正小标宋_GBK', 'STZhongsong', '华文中宋'],
  body: ['FangSong_GB2312', '仿宋_GB2312', 'FangSong', '仿宋', 'STFangsong', '华文仿宋'],
  rare: ['Noto Serif CJK SC', 'Source Han Serif SC', '思源宋体', 'SimSun', 'SimSun-ExtB', 'SimSun-ExtG'],
} as const

/** The folders that fonts are read from: the office's own, if it names one, then those that come along. */
export function fontFolders(officeFolder: string): readonly string[] {
  const own = dirname(fileURLToPath(import.meta.resolve('@expo-google-fonts/noto-serif-sc')))
  return [...(officeFolder === '' ? [] : [officeFolder]), join(own, '400Regular'), join(own, '700Bold')]
}

/** Which of the wanted families there are. Without a folder of the office none is looked for, so that a machine's own fonts change no sheet. */
export function familiesIn(officeFolder: string, isThere: (family: string) => boolean): Families {
  if (officeFolder === '') return { title: [OWN], body: [OWN] }
  const there = (names: readonly string[]) => names.filter(isThere)
  const behind = [OWN, ...there(wanted.rare)]
  return { title: [...there(wanted.title), ...behind], body: [...there(wanted.body), ...behind] }
}
