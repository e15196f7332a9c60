import type { Contract } from '@kaigong/contract'
import type { Answered } from './answer.ts'

/** Throws where an answer is not what its contract says: a status it does not name, a body that does not fit. */
export function conforms(contract: Contract, { status, body, bytes }: Answered): void {
  const named = `${contract.method} ${contract.path} → ${status}`
  if (!(status in contract.out)) throw new Error(`${named}: the contract knows no such status`)
  if (bytes) {
    const type = bytes.type.split(';')[0] ?? ''
    if (!contract.bytes?.includes(type)) throw new Error(`${named}: the contract knows no ${type}`)
    return
  }
  const schema = contract.out[status]
  if (!schema) {
    if (body !== undefined) throw new Error(`${named}: the contract says that nothing comes`)
    return
  }
  const result = schema.safeParse(JSON.parse(JSON.stringify(body)))
  if (!result.success) throw new Error(`${named}: ${JSON.stringify(result.error.issues.slice(0, 5))}`)
}
