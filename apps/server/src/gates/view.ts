import { isoDate } from '@kaigong/calendar'
import { askGate, type GateAnswer, type GateFacts, type GateMissing, threeSimultaneities } from '@kaigong/casework'
import type { DistrictCode, GateView, PersonId, SimultaneityView } from '@kaigong/contract'
import type { Ground, PlanScope } from '@kaigong/planner'
import { namesOf } from '../cases/rows.ts'
import type { Tx } from '../platform/database/transaction.ts'
import type { GateGround } from './ground.ts'

/** One gate asked at one place of the project. */
export type Asked = {
  readonly gate: GateView['gate']
  readonly opens: string
  readonly occurrence: string
  readonly scope: PlanScope
  readonly answer: GateAnswer
}

/** Asks every gate for all that it opens in this project: where the plan has it, else, without a plan, in the project as a whole. */
export function askGates({ catalogue }: Ground, { planned, factsAt }: GateGround): readonly Asked[] {
  return catalogue.gates.flatMap(({ id, opens }) =>
    opens.flatMap(({ matter }) => {
      const there = planned.filter((m) => m.matter === matter)
      const whole = { id: matter, scope: { kind: 'project', id: '' } as const }
      const places = there.length > 0 ? there : planned.length === 0 ? [whole] : []
      return places.map((place) => ({
        gate: id,
        opens: matter,
        occurrence: place.id,
        scope: place.scope,
        answer: askGate(catalogue, id, matter, factsAt(place.scope)),
      }))
    }),
  )
}

/** The gates as a page shows them, with the names of those who excepted. */
export async function gateViews(
  tx: Tx,
  district: DistrictCode,
  { catalogue, matters }: Ground,
  asked: readonly Asked[],
): Promise<GateView[]> {
  const excepted = asked.flatMap(({ answer }) => answer.excepted.map(({ by }) => by))
  const names = await namesOf(tx, district, excepted)
  const nameOf = (id: string) => matters.get(id)?.name ?? { zh: id, en: id }
  return asked.map(({ gate, opens, occurrence, answer }) => ({
    gate,
    name: catalogue.gates.find((g) => g.id === gate)?.name ?? { zh: gate, en: gate },
    opens: { matter: opens, name: nameOf(opens), occurrence },
    isOpen: answer.isOpen,
    missing: answer.missing.map((one) => missingView(catalogue, one)),
    advised: answer.advised.map((one) => missingView(catalogue, one)),
    exempted: [...answer.exempted],
    excepted: answer.excepted.map(({ matter, on, by, policy, reason }) => ({
      matter,
      on: isoDate(on),
      by: { personId: by as PersonId, name: names.get(by) ?? null },
      policy,
      reason,
    })),
  }))
}

const missingView = ({ facts: known }: Ground['catalogue'], { facts, ...missing }: GateMissing) => ({
  ...missing,
  facts: facts.map((id) => ({ id, name: known.find((fact) => fact.id === id)?.name ?? { zh: id, en: id } })),
})

/** The six three-simultaneities (三同时) of a project. */
export const simultaneityViews = ({ catalogue, matters }: Ground, facts: GateFacts): SimultaneityView[] =>
  threeSimultaneities(catalogue, facts).map(({ id, name, basis, items }) => ({
    id,
    name,
    basis,
    items: items.map(({ phase, matter, issuedOn }) => ({
      phase,
      matter,
      name: matters.get(matter)?.name ?? { zh: matter, en: matter },
      issuedOn: issuedOn === null ? null : isoDate(issuedOn),
    })),
  }))
