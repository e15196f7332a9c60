import type { DistrictCode } from '@kaigong/contract'
import type { Tx } from '../platform/database/transaction.ts'
import { type Refused, refuse } from '../platform/http/answer.ts'

/** Whether another project that this person may see has the project code. */
export async function codeTaken(tx: Tx, district: DistrictCode, id: string, code: string | null): Promise<boolean> {
  if (code === null) return false
  const other = await tx
    .selectFrom('project')
    .where('district_code', '=', district)
    .where('code', '=', code)
    .where('project_id', '<>', id)
    .select('project_id')
    .executeTakeFirst()
  return other !== undefined
}

/** A code of a project that this person does not see, or of one registered in the same moment: only the unique key knows. */
export async function unlessCodeTaken<T>(work: Promise<T>): Promise<T | Refused> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Error && 'constraint' in error && error.constraint === 'project_district_code_code_key')
      return refuse('project.codeTaken')
    throw error
  }
}
