import type { Missing } from '@kaigong/casework'
import type { Rehearsal } from '@kaigong/contract'
import type { Standing } from './standing.ts'

/** What is missing, each with the name of its matter: a reader need not know what A03 is. */
export const namedMissing = ({ ground }: Pick<Standing, 'ground'>, missing: readonly Missing[]): Rehearsal['missing'] =>
  missing.map(({ matter, rule, says }) => ({
    matter,
    name: ground.matters.get(matter)?.name ?? { zh: matter, en: matter },
    rule,
    says,
  }))
