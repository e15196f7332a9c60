import { type Day, isoDate } from '@kaigong/calendar'
import type { DistrictCode } from '@kaigong/contract'
import { obligationsOf } from '../obligations/owed.ts'
import type { Catalogues } from '../platform/catalogue/catalogues.ts'
import type { Tx } from '../platform/database/transaction.ts'
import type { Addressees, Notice } from './tell.ts'
import '../cases/tables.ts'

type Owed = { readonly notice: Notice; readonly to: Addressees }

/** What agencies and companies owe by today or have owed since an earlier day. A late delivery is a clock of its case, and told as such. */
export async function owedToday(
  tx: Tx,
  district: DistrictCode,
  catalogues: Catalogues,
  today: Day,
): Promise<readonly Owed[]> {
  const owed = await obligationsOf(tx, district, catalogues, today, { of: 'everybody' })
  const due = owed.filter(({ dueOn, kind }) => dueOn !== null && dueOn <= isoDate(today) && kind !== 'delivery')
  const numbers = await numbersOf(tx, district, [...new Set(due.map(({ caseId }) => caseId))])
  return due.map(({ kind, owner, party, dueOn, says, caseId, projectId, matterName }) => {
    const caseNumber = numbers.get(caseId) ?? ''
    const notice = {
      cause: `case/${caseId} ${kind} ${dueOn} ${says.zh}`,
      kind: 'owed',
      says: {
        zh: `${matterName.zh}（${caseNumber}）：${says.zh}，${dueOn} 到期`,
        en: `${matterName.en} (${caseNumber}): ${says.en}; due on ${dueOn}`,
      },
      project: projectId,
      caseId,
      caseNumber,
      matterName,
    } as const
    return { notice, to: owner === 'enterprise' ? { company: party.id } : { headsOf: party.id } }
  })
}

async function numbersOf(tx: Tx, district: DistrictCode, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('case_file')
    .where('district_code', '=', district)
    .where('case_id', 'in', ids)
    .select(['case_id', 'number'])
    .execute()
  return new Map(rows.map(({ case_id, number }) => [case_id, number]))
}
