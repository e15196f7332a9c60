import type { Scope, View } from './view.ts'
import type { Text } from './words.ts'

/** A name with the phase, parcel or building it is for: `施工许可证（4.1 期）`; said once, even where the name says it already. */
export function placed(view: View, name: Text, scope: Scope): string {
  const place = view.scope(scope)
  const where = place === '' ? '' : view.lang === 'zh' ? `（${place}）` : ` (${place})`
  const alone = view.say(name)
  return alone.endsWith(where) ? alone : `${alone}${where}`
}
