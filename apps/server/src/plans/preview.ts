import type { BodyOf, OutOf, ProjectId, planContracts } from '@kaigong/contract'
import { differences, type Plan } from '@kaigong/planner'
import type { Asking, Tx } from '../platform/database/transaction.ts'
import type { Deps } from '../platform/deps.ts'
import { isRefused, type Refused, refuse } from '../platform/http/answer.ts'
import { computePlan } from './compute.ts'
import { projectRow } from './project.ts'
import { documentOf, standingRow } from './rows.ts'

type Previewed = OutOf<typeof planContracts.preview>
type Read = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

/** What the plan would be with these facts, beside the one that stands; nothing is kept. */
export async function preview(
  deps: Deps,
  { district }: Pick<Asking, 'district'>,
  read: Read,
  project: ProjectId,
  { facts, anchor, explore }: BodyOf<typeof planContracts.preview>,
  signal: AbortSignal,
): Promise<Previewed | Refused> {
  const found = await read(async (tx) => {
    const row = await projectRow(tx, district, project)
    if (!row) return undefined
    const standing = await standingRow(tx, district, project, ['adopted', 'countersigning', 'computed'])
    return { row, standing, edition: await deps.catalogues.inForce(tx, district) }
  })
  if (!found) return refuse('request.notFound')
  const { row, standing, edition } = found
  const made = await computePlan(deps, { district, edition, project: row, facts, asked: { anchor }, explore }, signal)
  if (isRefused(made)) return made
  return {
    plan: made.plan,
    changes: standing ? [...differences(documentOf(standing), made.plan)] : [],
    questions: questionsOf(made.plan),
  }
}

/** Open questions, those first whose answer moves the start of construction furthest; `moves` is null where no answer was tried. */
function questionsOf({ unknown }: Plan): Previewed['questions'] {
  return unknown
    .map(({ fact, scope, matters, answers }) => {
      const moves = answers.flatMap(({ startMovesBy }) => (startMovesBy === null ? [] : [Math.abs(startMovesBy)]))
      return { fact, scope, matters: matters.length, moves: moves.length > 0 ? Math.max(...moves) : null }
    })
    .sort((a, b) => (b.moves ?? 0) - (a.moves ?? 0) || b.matters - a.matters || (a.fact < b.fact ? -1 : 1))
}
