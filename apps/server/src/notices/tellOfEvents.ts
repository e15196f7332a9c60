import type { CaseEvent, KnownCase } from '@kaigong/casework'
import type { Text } from '@kaigong/contract'
import { beijingMoment } from '../cases/law.ts'
import type { Tx } from '../platform/database/transaction.ts'
import { type Says, sayEvent } from '../platform/events/says.ts'
import type { NewEvent } from '../platform/events/seal.ts'
import { tell } from './tell.ts'
import { whoIsTold } from './whoIsTold.ts'

type Happened = {
  readonly event: CaseEvent
  readonly told: NewEvent
  /** Of the stream, once the event stands there. */
  readonly version: number
  /** After the event. */
  readonly state: KnownCase
}

type Of = { readonly id: string; readonly number: string; readonly name: Text; readonly project: string }

/** Tells those whom the events of a case concern, in the transaction that records them. */
export async function tellOfEvents(
  tx: Tx,
  doing: Parameters<typeof tell>[1],
  { id, number, name, project }: Of,
  says: Says,
  happened: readonly Happened[],
): Promise<void> {
  const today = beijingMoment(doing.at).on
  for (const { event, told, version, state } of happened) {
    const telling = whoIsTold(event, state, today)
    if (!telling) continue
    const notice = {
      cause: `case/${id} ${version}`,
      kind: telling.kind,
      says: sayEvent(says, told.type, told.data as never),
      project,
      caseId: id,
      caseNumber: number,
      matterName: name,
    }
    await tell(tx, doing, notice, telling.to)
  }
}
