import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../migrate.ts'
import { openEmbedded } from './embedded.ts'

const TEMPLATE = 'kaigong_template'

/**
 * One cluster for a whole test run, with a migrated template in it; each test file copies that. KAIGONG_TEST_DATABASE_URL (a superuser
 * with a password, on a server that is there for tests only) puts the same tests on another PostgreSQL.
 */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const given = process.env.KAIGONG_TEST_DATABASE_URL
  const { url, close } = given ? { url: given, close: async () => undefined } : await ownCluster()
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  await owner.query(`drop database if exists ${TEMPLATE} with (force)`)
  await owner.query(`create database ${TEMPLATE}`)
  await owner.end()
  const template = new URL(url)
  template.pathname = `/${TEMPLATE}`
  const migrated = await migrate(template.toString())
  if ('refused' in migrated) throw new Error(migrated.refused.en)
  provide('postgresUrl', url)
  return close
}

async function ownCluster(): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const stateFolder = mkdtempSync(join(tmpdir(), 'kaigong-test-'))
  endWithUs(stateFolder)
  const embedded = await openEmbedded({ stateFolder, durable: false })
  if ('refused' in embedded) throw new Error(embedded.message.en)
  return {
    url: embedded.ownerUrl,
    close: async () => {
      await embedded.stop()
      rmSync(stateFolder, { recursive: true, force: true })
    },
  }
}

/** The server is made to outlive its process. A test run that is killed shall leave none: a shell waits for our end of a pipe to close. */
function endWithUs(stateFolder: string): void {
  if (process.platform === 'win32') return
  const guard = spawn(
    '/bin/sh',
    ['-c', 'cat; read pid <"$0/data/postmaster.pid" && kill -QUIT "$pid" && sleep 2; rm -rf "$0"', stateFolder],
    {
      cwd: '/',
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    },
  )
  guard.unref()
}
