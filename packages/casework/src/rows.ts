import type { CaseEvent } from './event.ts'
import type { FlowRow, StatusCode } from './statusCode.ts'

const OUTCOMES = { passed: 11, passedWithTolerance: 12, rejected: 13 } as const satisfies Record<string, StatusCode>

/** The rows of the national flow that an event writes; most office verbs and everything that the country does not ask for write none. */
export function rowsOf(event: CaseEvent): readonly FlowRow[] {
  const { on } = event
  switch (event.type) {
    case 'received':
      return [{ code: 1, on }]
    case 'withdrawn':
      return [{ code: 2, on }]
    case 'accepted':
      return [{ code: 3, on }]
    case 'notAccepted':
      return [{ code: 4, on }]
    case 'acceptanceRefused':
      return [{ code: 5, on }]
    case 'supplementAsked':
      return [{ code: 6, on, id: event.id }]
    case 'supplemented':
      return [{ code: 7, on, id: event.id }]
    case 'departmentStarted':
      return [{ code: 8, on }]
    case 'procedureStarted':
      return [{ code: 9, on, id: event.id }]
    case 'procedureEnded':
      return [{ code: 10, on, id: event.id }]
    case 'extended':
      return [
        { code: 9, on, id: 'extension' },
        { code: 10, on, id: 'extension' },
      ]
    case 'decided':
      return [{ code: OUTCOMES[event.outcome], on }]
    case 'recalled':
      return [{ code: 14, on }]
    case 'revoked':
      return [{ code: 15, on }]
    default:
      return []
  }
}
