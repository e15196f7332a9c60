import { describeValue, type Project } from '@kaigong/catalogue'
import type { Ground } from './ground.ts'
import type { Plan } from './plan.ts'

/** The facts that the plan rests on: those stated, each where it is stated, and what was assumed where nobody has answered. */
export function statedFacts(ground: Ground, project: Project): Plan['facts'] {
  const scopes = [{ id: '', facts: project.facts }, ...project.parcels, ...project.phases, ...project.unitWorks]
  const stated = scopes.flatMap(({ id, facts }) =>
    Object.entries(facts).map(([fact, { value, confidence }]) => {
      const definition = ground.facts.get(fact)
      return {
        fact,
        scope: id,
        name: definition?.name ?? { zh: fact, en: fact },
        value: describeValue(value, definition),
        confidence: confidence ?? null,
        assumed: false,
      }
    }),
  )
  const answered = new Set(
    scopes.flatMap(({ facts }) => Object.entries(facts).flatMap(([id, f]) => (f.value === undefined ? [] : [id]))),
  )
  const assumed = ground.catalogue.facts.flatMap((f) =>
    f.assumedWhenUnknown && !answered.has(f.id)
      ? [
          {
            fact: f.id,
            scope: '',
            name: f.name,
            value: describeValue(f.assumedWhenUnknown.value, f),
            confidence: null,
            assumed: true,
          },
        ]
      : [],
  )
  return [...stated.filter((s) => !assumed.some((a) => a.fact === s.fact)), ...assumed]
}
