import { parentPort, workerData } from 'node:worker_threads'
import { checkCreditCode, checkIndustryCode, checkProjectCode } from '@kaigong/contract'
import { readProjectListXlsx } from '@kaigong/export'

const codes = { projectCode: checkProjectCode, creditCode: checkCreditCode, industry: checkIndustryCode }
parentPort?.postMessage(await readProjectListXlsx(workerData as Uint8Array, codes))
