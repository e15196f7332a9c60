import type { View } from '../view.ts'
import { certificateKey, gateKey, lastStep, stepKey, type Task } from './outline.ts'

/** 1: starts after the other has finished; 3: starts after the other has started. As the file format numbers them. */
type LinkType = 1 | 3
export type Link = { readonly before: string; readonly after: string; readonly type: LinkType }

/** What a reason of the plan can name as holding another step back. */
const LINKED: readonly string[] = ['edge', 'step', 'gate']

/**
 * The order between lines: a step after what holds it back, a gate after what it asks for, a certificate after the step
 * that issues it. A reason that the dates do not bear out (the two may not lie too far apart) and one that would close
 * a circle are left out; the notes of the step name them all the same.
 */
export function linksOf(view: View, tasks: readonly Task[]): readonly Link[] {
  const byKey = new Map(tasks.map((task) => [task.key, task]))
  const links = new Map<string, Link>()
  const before = new Map<string, string[]>()
  for (const [after, cause] of wanted(view)) {
    const type = typeOf(byKey.get(cause), byKey.get(after))
    if (type === undefined || links.has(`${cause}>${after}`) || reaches(before, cause, after)) continue
    links.set(`${cause}>${after}`, { before: cause, after, type })
    before.set(after, [...(before.get(after) ?? []), cause])
  }
  return [...links.values()]
}

function wanted(view: View): readonly (readonly [after: string, before: string])[] {
  const { activities, gates, certificates } = view.plan
  return [
    ...activities.flatMap(({ id, binding }) =>
      binding.flatMap(({ kind, activity }) =>
        LINKED.includes(kind) && activity !== undefined ? [[stepKey(id), stepKey(activity)] as const] : [],
      ),
    ),
    ...gates.flatMap(({ gate, scope, requires }) =>
      requires.flatMap(({ occurrence }) => {
        const last = lastStep(view, occurrence)
        return last === undefined ? [] : [[gateKey(gate, scope), stepKey(last.id)] as const]
      }),
    ),
    ...certificates.map(({ matter, scope, activity }) => [certificateKey(matter, scope), stepKey(activity)] as const),
  ]
}

/** How two lines follow one another by their dates. */
function typeOf(before: Task | undefined, after: Task | undefined): LinkType | undefined {
  if (before === undefined || after === undefined || before === after) return undefined
  if (before.finish <= after.start) return 1
  return before.start <= after.start ? 3 : undefined
}

/** Whether `from` already comes after `to`, at however many removes. */
function reaches(before: ReadonlyMap<string, readonly string[]>, from: string, to: string): boolean {
  const seen = new Set<string>()
  const open = [from]
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (key === to) return true
    if (seen.has(key)) continue
    seen.add(key)
    open.push(...(before.get(key) ?? []))
  }
  return false
}
