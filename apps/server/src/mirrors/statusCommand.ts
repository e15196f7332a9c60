import { type Day, isoDate } from '@kaigong/calendar'
import { type CaseCommand, FLOW, type Role } from '@kaigong/casework'
import type { MirrorRow, Text } from '@kaigong/contract'
import { beijingMoment } from '../cases/law.ts'

export type Receiving = Omit<Extract<CaseCommand, { type: 'receive' }>, 'on' | 'clock' | 'attached' | 'type'>
type Command = { readonly role: Role; readonly command: CaseCommand }

/**
 * A status row as the act that it reports (domain 3.7), done by whom the table of acts names first. The papers of that act lie in the other
 * system; here they are known by the number of the document, else by the case there. What a row does not say is not invented: it waits.
 */
export function statusCommand(row: MirrorRow, receiving: Receiving): Command | Text {
  const order = orderOf(row, receiving)
  if ('zh' in order) return order
  const { on, clock } = beijingMoment(Temporal.Instant.from(row.at))
  const { attach, by } = FLOW[order.type]
  const reference = row.documentNumber ?? `${row.system} ${row.sourceId}`
  const attached = attach.map((kind) => ({ kind, sha256: '', reference }))
  const [role] = by
  if (role === undefined) throw new Error(`nobody does ${order.type}`)
  return { role, command: { ...order, on, clock, attached } as CaseCommand }
}

/** The day of a row in Beijing, `YYYY-MM-DD`. */
export const dayOf = (row: Pick<MirrorRow, 'at'>): string =>
  isoDate(beijingMoment(Temporal.Instant.from(row.at)).on as Day)

function orderOf({ code, note, span = '1', procedure, workdays, system }: MirrorRow, receiving: Receiving) {
  const words = note ?? UNSAID
  switch (code) {
    case 1:
      return { type: 'receive', ...receiving } as const
    case 2:
      return { type: 'withdraw', reason: words } as const
    case 3:
      return { type: 'accept' } as const
    case 4:
      return { type: 'sayNotRequired', reason: words } as const
    case 5:
      return { type: 'refuseAcceptance', reason: words } as const
    case 6:
      return { type: 'askSupplement', id: `s${span}`, items: [words] } as const
    case 7:
      return { type: 'supplement', id: `s${span}`, items: [words] } as const
    case 8:
      return { type: 'startDepartment' } as const
    case 9:
      return procedure === undefined || workdays === undefined
        ? PROCEDURE_UNSAID
        : ({ type: 'startProcedure', id: `p${span}`, procedure, workdays, approvedBy: system } as const)
    case 10:
      return { type: 'endProcedure', id: `p${span}`, result: words } as const
    case 11:
      return { type: 'pass', overrunReason: words } as const
    case 12:
      return { type: 'passWithTolerance', overrunReason: words } as const
    case 13:
      return { type: 'reject', reason: words, overrunReason: words } as const
    case 14:
      return { type: 'recall', reason: words } as const
    default: {
      const ground = GROUNDS[note ?? '']
      return ground === undefined ? GROUND_UNSAID : ({ type: 'revoke', ground } as const)
    }
  }
}

const GROUNDS: Readonly<Record<string, 'obtainedByDeceit' | 'unlawfullyGranted' | undefined>> = {
  以欺骗取得: 'obtainedByDeceit',
  obtainedByDeceit: 'obtainedByDeceit',
  违法准予: 'unlawfullyGranted',
  unlawfullyGranted: 'unlawfullyGranted',
}
const UNSAID = '来源系统未说明'
const PROCEDURE_UNSAID: Text = {
  zh: '特别程序没有写明种类或工作日数，请在来源中补充后重报。',
  en: 'Which special procedure, or how many working days it takes, is not said. Report it with both.',
}
const GROUND_UNSAID: Text = {
  zh: '撤销没有写明依据（说明栏填“以欺骗取得”或“违法准予”），请补充后重报。',
  en: 'On which ground it was revoked is not said (the note must be obtainedByDeceit or unlawfullyGranted). Report it.',
}
