import type { CaseActType, CaseView, Text } from '@kaigong/contract'
import type { Key } from '../text/useText.ts'

/** One field of the form of an act. `name` is the act's own name of it, `label` how it is called here. */
export type ActField = {
  readonly name: string
  readonly label: Key
  readonly kind:
    | 'text'
    | 'line'
    | 'lines'
    | 'materials'
    | 'day'
    | 'count'
    | 'procedure'
    | 'span'
    | 'person'
    | 'people'
    | 'head'
    | 'choice'
  readonly optional?: boolean
  readonly choices?: readonly { readonly value: string | boolean; readonly label: Key }[]
}

const reason: ActField = { name: 'reason', label: 'cases.field.reason', kind: 'text' }
const lines: ActField = { name: 'items', label: 'cases.field.items', kind: 'lines' }
const materials: ActField = { name: 'items', label: 'cases.field.materials', kind: 'materials' }
const span: ActField = { name: 'id', label: 'cases.field.span', kind: 'span' }
const to: ActField = { name: 'to', label: 'cases.field.to', kind: 'person' }
const signers: ActField = { name: 'signers', label: 'cases.field.signers', kind: 'people' }
const overrun: ActField = {
  name: 'overrunReason',
  label: 'cases.field.overrunReason',
  kind: 'text',
  optional: true,
}

/** Exactly what each act asks; what is not here asks nothing. */
const fields: Readonly<Partial<Record<CaseActType, readonly ActField[]>>> = {
  withdraw: [reason],
  askCorrection: [lines],
  correct: [materials],
  acceptWithTolerance: [{ name: 'dueOn', label: 'cases.field.dueOn', kind: 'day' }],
  sayNotRequired: [reason],
  refuseAcceptance: [reason],
  askSupplement: [lines],
  supplement: [span, materials],
  startProcedure: [
    { name: 'procedure', label: 'cases.field.procedure', kind: 'procedure' },
    { name: 'workdays', label: 'cases.field.procedureWorkdays', kind: 'count' },
    { name: 'approvedBy', label: 'cases.field.approvedBy', kind: 'head' },
  ],
  endProcedure: [span, { name: 'result', label: 'cases.field.result', kind: 'text' }],
  extend: [{ name: 'workdays', label: 'cases.field.workdays', kind: 'count' }, reason],
  pass: [overrun],
  passWithTolerance: [overrun],
  reject: [reason, overrun],
  deliver: [{ name: 'number', label: 'cases.field.number', kind: 'line', optional: true }],
  supplyDeferred: [materials],
  returnApplication: [
    {
      name: 'reason',
      label: 'cases.field.returnReason',
      kind: 'choice',
      choices: [
        { value: 'tooLate', label: 'cases.choice.tooLate' },
        { value: 'unfit', label: 'cases.choice.unfit' },
      ],
    },
  ],
  inspect: [
    {
      name: 'true',
      label: 'cases.field.true',
      kind: 'choice',
      choices: [
        { value: true, label: 'cases.choice.true' },
        { value: false, label: 'cases.choice.untrue' },
      ],
    },
  ],
  recall: [reason],
  revoke: [
    {
      name: 'ground',
      label: 'cases.field.ground',
      kind: 'choice',
      choices: [
        { value: 'commitmentUntrue', label: 'cases.choice.commitmentUntrue' },
        { value: 'obtainedByDeceit', label: 'cases.choice.obtainedByDeceit' },
        { value: 'unlawfullyGranted', label: 'cases.choice.unlawfullyGranted' },
      ],
    },
  ],
  transfer: [to, reason],
  delegate: [to, reason],
  countersign: [signers],
  signByAny: [signers],
  addSigner: [{ name: 'signer', label: 'cases.field.signer', kind: 'person' }],
  sign: [
    {
      name: 'agrees',
      label: 'cases.field.agrees',
      kind: 'choice',
      choices: [
        { value: true, label: 'cases.choice.agree' },
        { value: false, label: 'cases.choice.disagree' },
      ],
    },
    { name: 'opinion', label: 'cases.field.opinion', kind: 'text' },
  ],
  sendBack: [reason],
}

/** The fields of an act's form on this case: the reason of an overrun is asked only where the law's limit is over. */
export const fieldsOf = (type: CaseActType, { clock }: Pick<CaseView, 'clock'>): readonly ActField[] =>
  (fields[type] ?? []).filter(({ name }) => name !== 'overrunReason' || (clock.statutory?.late ?? 0) > 0)

/** What the form is filled in with at first: what is missing, the only supplement or procedure that can be meant, the number that need not be given. */
export function firstValues(
  type: CaseActType,
  { open, materials: all }: Pick<CaseView, 'open' | 'materials'>,
  pick: (text: Text) => string,
): Readonly<Record<string, unknown>> {
  if (type === 'deliver') return { number: null }
  if (type === 'askCorrection')
    return { items: all.filter(({ status }) => status === 'missing').map((m) => pick(m.name)) }
  const spans = open.filter(({ kind }) => kind === (type === 'supplement' ? 'supplement' : 'procedure'))
  const [only] = spans
  return (type === 'supplement' || type === 'endProcedure') && only && spans.length === 1 ? { id: only.id } : {}
}
