import { checkCreditCode, checkIndustryCode, checkProjectCode } from '@kaigong/contract'
import { markFaults, readProjectListXlsx, toProjectListXlsx } from '@kaigong/export'
import type { SheetDone, SheetTask } from './sheetThread.ts'

const codes = { projectCode: checkProjectCode, creditCode: checkCreditCode, industry: checkIndustryCode }

/** What a thread does to a sheet. */
export default async function work(task: SheetTask): Promise<SheetDone> {
  switch (task.do) {
    case 'read':
      return await readProjectListXlsx(task.bytes, codes)
    case 'mark':
      return { bytes: await markFaults(task.bytes, task.faults) }
    case 'write':
      return { bytes: await toProjectListXlsx(task.rows, task.options) }
  }
}
