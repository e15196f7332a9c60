import type { EdgePoint } from './edge.ts'
import type { Matter } from './matter.ts'
import type { Path } from './place.ts'
import type { Say } from './say.ts'
import { checkId } from './unknownId.ts'

/** A point in the life of a matter: that there is such a matter (told at `matter` below `at`), and such a step in it (`point`). */
export function checkPoint(
  matters: ReadonlyMap<string, Matter>,
  file: string,
  at: { readonly matter: Path; readonly point: Path },
  id: string,
  point: EdgePoint | undefined,
  say: Say,
) {
  const matter = matters.get(id)
  checkId(say, file, at.matter, 'matter', id, [...matters.keys()])
  if (!matter || !point?.startsWith('step:')) return
  const steps = (matter.steps ?? []).map((s) => s.id)
  if (steps.includes(point.slice(5))) return
  say(
    file,
    at.point,
    `${id} 没有环节“${point.slice(5)}”；现有：${steps.join('、') || '（通用流程）'}`,
    `${id} has no step "${point.slice(5)}"; it has: ${steps.join(', ') || '(the usual chain)'}`,
  )
}
