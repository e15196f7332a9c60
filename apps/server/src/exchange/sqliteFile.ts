import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { LogTable } from '@kaigong/export'

/** Tables as the bytes of an SQLite database; its names are plain words (ocelTables), and are quoted all the same. */
export function sqliteFile(tables: readonly LogTable[]): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'kaigong-log-'))
  const path = join(folder, 'log.sqlite')
  try {
    const database = new DatabaseSync(path)
    try {
      database.exec('pragma journal_mode = off; pragma synchronous = off; begin')
      for (const { name, columns, rows } of tables) {
        database.exec(`create table ${quoted(name)} (${columns.map((c) => `${quoted(c.name)} ${c.type}`).join(', ')})`)
        const insert = database.prepare(`insert into ${quoted(name)} values (${columns.map(() => '?').join(', ')})`)
        for (const row of rows) insert.run(...row)
      }
      database.exec('commit')
    } finally {
      database.close()
    }
    return readFileSync(path)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
