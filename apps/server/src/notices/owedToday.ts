import { type Day, isoDate } from '@kaigong/calendar'
import type { DistrictCode } from '@kaigong/contract'
import type { Ground } from '@kaigong/planner'
import { obligationsOf } from '../obligations/owed.ts'
import type { Tx } from '../platform/database/transaction.ts'
import type { Addressees, Notice } from './tell.ts'
import '../cases/tables.ts'

type Owed = { readonly notice: Notice; readonly to: Addressees }

/** What agencies and companies owe by today or have owed since an earlier day. A late delivery is a clock of its case, and told as such. */
export async function owedToday(tx: Tx, district: DistrictCode, ground: Ground, today: Day): Promise<readonly Owed[]> {
  const found: Owed[] = []
  const rows = await tx
    .selectFrom('case_file')
    .where('district_code', '=', district)
    .where('stage', 'in', ['accepted', 'handling', 'granted'])
    .select(['case_id', 'number', 'agency_id', 'company_id'])
    .execute()
  const numbers = new Map(rows.map(({ case_id, number }) => [case_id, number]))
  const parties = [
    ...new Set(rows.map(({ agency_id }) => agency_id)).values().map((agency) => ({ agency, company: null })),
    ...new Set(rows.map(({ company_id }) => company_id)).values().map((company) => ({ agency: null, company })),
  ]
  for (const whose of parties) {
    const owed = await obligationsOf(tx, district, ground, today, whose)
    for (const { kind, party, dueOn, says, caseId, projectId, matterName } of owed) {
      if (dueOn === null || dueOn > isoDate(today) || kind === 'delivery') continue
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
      found.push({ notice, to: whose.agency === null ? { company: party.id } : { headsOf: party.id } })
    }
  }
  return found
}
