/** Whether an error means that the database is gone or refuses connections, so that trying again later is the right advice. */
export function isBrokenDatabase(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  if (/^(ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|ETIMEDOUT|57P0[1-5]|53300|08\w{3}|40001|40P01)$/.test(code))
    return true
  return /Connection terminated|Query read timeout|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
    error.message,
  )
}
