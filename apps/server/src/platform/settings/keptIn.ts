import { randomUUID } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** What a file holds; where it is not there it is made once, readable by the server's user alone. */
export function keptIn({ file, make }: { readonly file: string; readonly make: () => string }): string {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true })
    // Written beside and linked into place: whole or not at all, and of two processes the first one wins.
    const beside = `${file}.${randomUUID()}`
    writeFileSync(beside, make(), { mode: 0o600, flag: 'wx' })
    try {
      linkSync(beside, file)
    } catch (error) {
      if (!existsSync(file)) throw error
    } finally {
      rmSync(beside)
    }
  }
  return readFileSync(file, 'utf8').trim()
}
