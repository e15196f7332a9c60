import type { Project, Text } from '@kaigong/catalogue'
import type { Ground } from './ground.ts'
import type { Request } from './layout.ts'
import type { Plan, PlanMatter } from './plan.ts'
import { plan } from './planProject.ts'

/** A project with the plan that was made for it under the law as it was. */
export type Running = { readonly project: Project; readonly request: Request }

/** Something that a change of catalogue or calendar does to one plan; `before` or `after` is null where there is nothing. */
export type Change = {
  readonly kind: 'matter' | 'track' | 'limit' | 'law' | 'certificate' | 'construction' | 'production' | 'verdict'
  readonly id: string
  readonly name: Text
  readonly before: Text | null
  readonly after: Text | null
}

export type Touched = { readonly project: Text; readonly changes: readonly Change[] }

/**
 * Which plans a new catalogue, promise or calendar changes, and how: each project planned on both grounds with the same question.
 * Projects that stay as they are are left out. The two grounds are of the same district.
 */
export function lawChange(before: Ground, after: Ground, running: readonly Running[]): readonly Touched[] {
  return running.flatMap(({ project, request }) => {
    const old = plan(before, project, request, { explore: false })
    const next = plan(after, project, request, { explore: false })
    const changes = 'refused' in old || 'refused' in next ? refusals(old, next) : differences(old, next)
    return changes.length > 0 ? [{ project: project.name, changes }] : []
  })
}

type Outcome = ReturnType<typeof plan>

function refusals(old: Outcome, next: Outcome): readonly Change[] {
  const say = (o: Outcome): Text => ('refused' in o ? o.message : o.verdict.headline)
  const name = { zh: '方案', en: 'plan' }
  return same(say(old), say(next)) ? [] : [{ kind: 'verdict', id: 'plan', name, before: say(old), after: say(next) }]
}

/** What moved between two plans of one project, the verdict first. */
export function differences(old: Plan, next: Plan): readonly Change[] {
  return [
    ...changed('verdict', 'verdict', { zh: '结论', en: 'verdict' }, old.verdict.headline, next.verdict.headline),
    ...ids(old.matters, next.matters, (m) => m.id).flatMap(({ a, b }) => matterChanges(a, b)),
    ...ids(old.certificates, next.certificates, (c) => c.activity).flatMap(({ a, b }) =>
      changed(
        'certificate',
        (a ?? b)?.activity ?? '',
        (a ?? b)?.name ?? nothing,
        a ? plain(a.date) : null,
        b ? plain(b.date) : null,
      ),
    ),
    ...gateChanges(old, next, 'G1', 'construction'),
    ...gateChanges(old, next, 'G3', 'production'),
  ]
}

function matterChanges(a: PlanMatter | undefined, b: PlanMatter | undefined): readonly Change[] {
  const either = a ?? b
  if (!either) return []
  const { id, name } = either
  if (!a || !b) return changed('matter', id, name, a ? a.rule.says : null, b ? b.rule.says : null)
  const limit = ({ limit: { planned, statutory } }: PlanMatter): Text =>
    planned
      ? plain(
          `${planned.value} ${planned.unitAsWritten}（${planned.basis.text.zh}）`,
          `${planned.value} ${planned.unitApplied} (${planned.basis.text.en})`,
        )
      : statutory.text
  const law = (m: PlanMatter): Text => ({
    zh: m.citations.map((c) => c.text.zh).join('；'),
    en: m.citations.map((c) => c.text.en).join('; '),
  })
  return [
    ...changed('track', id, name, a.trackReason, b.trackReason),
    ...changed('limit', id, name, limit(a), limit(b)),
    ...changed('law', id, name, law(a), law(b)),
  ]
}

function gateChanges(old: Plan, next: Plan, gate: 'G1' | 'G3', kind: Change['kind']): readonly Change[] {
  const of = (p: Plan) => p.gates.filter((g) => g.gate === gate)
  return ids(of(old), of(next), (g) => `${g.gate}@${g.scope.id}`).flatMap(({ key, a, b }) =>
    changed(kind, key, (a ?? b)?.name ?? nothing, a?.date ? plain(a.date) : null, b?.date ? plain(b.date) : null),
  )
}

const nothing: Text = { zh: '', en: '' }
const plain = (zh: string, en = zh): Text => ({ zh, en })
const same = (a: Text | null, b: Text | null): boolean => a?.zh === b?.zh && a?.en === b?.en

const changed = (
  kind: Change['kind'],
  id: string,
  name: Text,
  before: Text | null,
  after: Text | null,
): readonly Change[] => (same(before, after) ? [] : [{ kind, id, name, before, after }])

/** Two lists side by side by key, in the order of the first, then what is new. */
function ids<T>(
  old: readonly T[],
  next: readonly T[],
  keyOf: (x: T) => string,
): readonly { readonly key: string; readonly a: T | undefined; readonly b: T | undefined }[] {
  const before = new Map(old.map((x) => [keyOf(x), x]))
  const after = new Map(next.map((x) => [keyOf(x), x]))
  return [...new Set([...before.keys(), ...after.keys()])].map((key) => ({
    key,
    a: before.get(key),
    b: after.get(key),
  }))
}
