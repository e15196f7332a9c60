import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../migrate.ts'
import { openEmbedded } from './embedded.ts'

/** One cluster for a whole test run, with a migrated template in it; each test file copies that. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const stateFolder = mkdtempSync(join(tmpdir(), 'kaigong-test-'))
  const embedded = await openEmbedded({ stateFolder, durable: false })
  if ('refused' in embedded) throw new Error(embedded.message.en)
  const owner = new pg.Client({ connectionString: embedded.ownerUrl })
  await owner.connect()
  await owner.query('create database kaigong_template')
  await owner.end()
  const template = new URL(embedded.ownerUrl)
  template.pathname = '/kaigong_template'
  const migrated = await migrate(template.toString())
  if ('refused' in migrated) throw new Error(migrated.refused.en)
  provide('postgresUrl', embedded.ownerUrl)
  return async () => {
    await embedded.stop()
    rmSync(stateFolder, { recursive: true, force: true })
  }
}
