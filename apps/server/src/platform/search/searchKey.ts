import { customPinyin, pinyin } from 'pinyin-pro'

// Readings that the general dictionary does not choose: names of this region's places.
customPinyin({
  洮湖: 'táo hú',
  薛埠: 'xuē bù',
  指前: 'zhǐ qián',
  单县: 'shàn xiàn',
  尧塘: 'yáo táng',
  溧阳: 'lì yáng',
  竹箦: 'zhú zé',
  埭头: 'dài tóu',
})

/** What a name is found by when somebody types letters: its full pinyin and its initials; Latin letters and figures as they are. */
export function searchKey(name: string): string {
  const full = pinyin(name, { toneType: 'none', type: 'array' }).join('')
  const runs = name.match(/\p{Script=Han}+/gu) ?? []
  const initials = runs.flatMap((run) => pinyin(run, { pattern: 'first', toneType: 'none', type: 'array' }))
  return `${full.replace(/\s+/g, '')} ${initials.join('')}`.toLowerCase().trim()
}

/** `%` and `_` mean themselves when somebody types them. */
export const likePattern = (typed: string): string => `%${typed.replace(/[\\%_]/g, '\\$&')}%`
