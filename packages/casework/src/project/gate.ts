import { type Day, isoDate } from '@kaigong/calendar'
import {
  type Catalogue,
  type Citation,
  cite,
  type EdgePoint,
  type Gate,
  type Judge,
  type Text,
} from '@kaigong/catalogue'

/** The facts of a project against which a gate is asked. */
export type GateFacts = {
  readonly on: Day
  readonly judge: Pick<Judge, 'matter' | 'condition'>
  /** The day on which a matter reached a point (`issued`, `begun`, `step:…`), of works their end; null while it has not. */
  readonly reachedOn: (matter: string, point: EdgePoint) => Day | null
  /** The day of its acceptance, which chooses the article cited; the day of the question where it has not been accepted. */
  readonly acceptedOn: (matter: string) => Day | null
  /** Why the project is exempt from a matter (区域评估 with its number); null where it is not. */
  readonly exempt: (matter: string) => Text | null
  /** Why a document that was issued is not good any more (lapsed, to be examined again); null where it is. */
  readonly spent: (matter: string) => Text | null
  readonly exceptions: readonly GateException[]
}

/** A leader's decision to let one requirement of a gate go, on the basis of a policy; it is an event of the project. */
export type GateException = {
  readonly type: 'gateExcepted'
  readonly on: Day
  readonly gate: Gate['id']
  readonly matter: string
  readonly by: string
  readonly policy: { readonly title: string; readonly number: string }
  readonly reason: string
}

/** What stands in the way of a gate. */
export type GateMissing = {
  readonly matter: string
  readonly name: Text
  readonly why: 'notIssued' | 'spent' | 'unknown'
  readonly says: Text
  readonly basis: Citation
  /** Facts that nobody has answered, where it is not known whether the matter applies. */
  readonly facts: readonly string[]
}

/** Whether a gate is open: the answer to "may construction start?". What is practice and not law is told and does not close it. */
export type GateAnswer = {
  readonly isOpen: boolean
  readonly missing: readonly GateMissing[]
  readonly advised: readonly GateMissing[]
  readonly exempted: readonly { readonly matter: string; readonly says: Text }[]
  readonly excepted: readonly GateException[]
}

/** Asks a gate (G0–G4) for what it is to open: of G1 the works (W04), the piling (W04p) or the installation (W05). */
export function askGate(catalogue: Catalogue, id: Gate['id'], opens: string, facts: GateFacts): GateAnswer {
  const gate = catalogue.gates.find((g) => g.id === id)
  if (gate === undefined || !gate.opens.some((o) => o.matter === opens))
    throw new Error(`catalogue/national/gates.yaml: ${id} does not open ${opens}`)
  const asked = gate.requires.filter((r) => r.for === undefined || r.for.some((m) => m === opens))
  const missing: GateMissing[] = []
  const advised: GateMissing[] = []
  const exempted: { matter: string; says: Text }[] = []
  const excepted: GateException[] = []
  for (const requirement of asked) {
    const found = missingOf(catalogue, requirement, facts)
    if (found === null) continue
    const says = facts.exempt(requirement.matter)
    const exception = facts.exceptions.find((e) => e.gate === id && e.matter === requirement.matter && e.on <= facts.on)
    if (says !== null) exempted.push({ matter: requirement.matter, says })
    else if (exception !== undefined) excepted.push(exception)
    else if (requirement.kind === 'hard') missing.push(found)
    else advised.push(found)
  }
  return { isOpen: missing.length === 0, missing, advised, exempted, excepted }
}

/** What a requirement lacks; null where it is met, or asks for nothing in this project. */
function missingOf(catalogue: Catalogue, requirement: Gate['requires'][number], facts: GateFacts): GateMissing | null {
  const { matter, when, says } = requirement
  const applies = facts.judge.matter(matter)
  const holds = when === undefined ? { holds: true, missing: [] } : facts.judge.condition(when, matter)
  if (applies.verdict === 'doesNotApply' || holds.holds === false) return null
  const reachedOn = facts.reachedOn(matter, requirement.point ?? 'issued')
  const isReached = reachedOn !== null && reachedOn <= facts.on
  const spent = isReached ? facts.spent(matter) : null
  if (isReached && spent === null) return null
  const on = isoDate(facts.acceptedOn(matter) ?? facts.on)
  const unknown = [...new Set([...applies.missing, ...holds.missing])]
  return {
    matter,
    name: catalogue.matters.find((m) => m.id === matter)?.name ?? { zh: matter, en: matter },
    why: spent !== null ? 'spent' : unknown.length > 0 ? 'unknown' : 'notIssued',
    says: spent ?? says,
    basis: cite(new Map(catalogue.laws.map((l) => [l.id, l])), requirement, on),
    facts: unknown,
  }
}

/** Asks for an exception: only a leader of the government, only where the gate really lacks it, only with a policy that bears a number. */
export function exceptGate(
  answer: GateAnswer,
  request: Omit<GateException, 'type'>,
  role: 'leader' | 'other',
): GateException | { readonly refused: 'gate.notLeader' | 'gate.noPolicy' | 'gate.notMissing'; readonly says: Text } {
  if (role !== 'leader')
    return {
      refused: 'gate.notLeader',
      says: {
        zh: '闸门例外只能由区领导签批。请报区领导。',
        en: 'Only a leader of the district may except from a gate. Ask one.',
      },
    }
  if (request.policy.title.trim() === '' || request.policy.number.trim() === '')
    return {
      refused: 'gate.noPolicy',
      says: {
        zh: '例外须有政策依据（文件名称和文号）。请补充。',
        en: 'An exception needs the policy that allows it, with title and number. Add it.',
      },
    }
  if (!answer.missing.some((m) => m.matter === request.matter))
    return {
      refused: 'gate.notMissing',
      says: {
        zh: `${request.matter} 并非此闸门所缺。无需例外。`,
        en: `${request.matter} is not what this gate lacks. No exception is needed.`,
      },
    }
  return { type: 'gateExcepted', ...request }
}

/** One of the six 三同时 as a checklist: what applies to the project, and what of it is there. */
export type Checklist = {
  readonly id: string
  readonly name: Text
  readonly basis: Citation
  readonly items: readonly {
    readonly phase: 'design' | 'construction' | 'use'
    readonly matter: string
    readonly issuedOn: Day | null
  }[]
}

/** The six "three simultaneities" (三同时) of a project; a set of which nothing applies is left out. */
export function threeSimultaneities(catalogue: Catalogue, { judge, reachedOn, on }: GateFacts): readonly Checklist[] {
  const laws = new Map(catalogue.laws.map((l) => [l.id, l]))
  return catalogue.simultaneities.flatMap((s) => {
    const phases = ['design', 'construction', 'use'] as const
    const items = phases.flatMap((phase) =>
      s[phase]
        .filter((m) => judge.matter(m).verdict !== 'doesNotApply')
        .map((matter) => ({ phase, matter, issuedOn: reachedOn(matter, 'issued') })),
    )
    // Building and taking into use happen anyway: without a matter of its design there is no set.
    if (!items.some((i) => i.phase === 'design')) return []
    return [{ id: s.id, name: s.name, basis: cite(laws, s, isoDate(on)), items }]
  })
}
