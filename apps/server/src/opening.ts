import { join } from 'node:path'
import type { DistrictCode, Text } from '@kaigong/contract'
import type pg from 'pg'
import type { AllDeps } from './capabilities.ts'
import { demoSeededAt, demoWorld } from './demo/demoClock.ts'
import { openPress } from './documents/press/press.ts'
import { openSeals } from './documents/seal/seals.ts'
import { openFiles } from './files/openFiles.ts'
import { type Mailer, openMailer } from './notices/mailer.ts'
import { openCredentials } from './people/credentials/credentials.ts'
import { readProviders } from './people/oidc/readProviders.ts'
import { openCatalogues } from './platform/catalogue/openCatalogues.ts'
import { openDatabase, openPool } from './platform/database/database.ts'
import { openEmbedded } from './platform/database/embedded/embedded.ts'
import { migrate, pending } from './platform/database/migrate.ts'
import { type Urls, urlsOf } from './platform/database/roles.ts'
import { isBrokenDatabase } from './platform/http/brokenDatabase.ts'
import { openJobs, type RunningJobs } from './platform/jobs/boss.ts'
import { openPlanning } from './platform/planning/openPlanning.ts'
import { publicKeysIn, secretKeyOf, signingKeyOf } from './platform/settings/secrets.ts'
import type { Settings } from './platform/settings/settings.ts'
import { stateFolder } from './platform/settings/stateFolder.ts'
import { openFeed } from './platform/stream/feed.ts'
import { realWorld } from './platform/world/world.ts'

export type Refusal = { readonly refused: Text }
export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'refused' in value

type Say = (text: Text) => void

/** The database that the settings mean: the embedded one, made and brought up to date, or one that an operator runs. */
export async function openStore(
  settings: Settings,
  say: Say,
): Promise<{ readonly urls: Urls; readonly folder: string; readonly close: () => Promise<void> } | Refusal> {
  const folder = stateFolder(settings)
  if (settings.databaseUrl !== '') {
    const urls = externalUrls(settings)
    return isRefusal(urls) ? urls : { urls, folder, close: async () => undefined }
  }
  const embedded = await openEmbedded({ stateFolder: folder, onRestart: say })
  if ('refused' in embedded) return { refused: embedded.message }
  for (const told of embedded.told) say(told)
  const migrated = await migrate(embedded.ownerUrl)
  const urls = urlsOf(embedded.ownerUrl)
  if ('refused' in migrated || !urls) {
    await embedded.stop()
    return { refused: 'refused' in migrated ? migrated.refused : noPassword }
  }
  return { urls, folder, close: embedded.stop }
}

export function externalUrls({ databaseUrl, appDatabaseUrl, signInDatabaseUrl }: Settings): Urls | Refusal {
  if (appDatabaseUrl !== '' && signInDatabaseUrl !== '')
    return { owner: databaseUrl, app: appDatabaseUrl, signIn: signInDatabaseUrl }
  return urlsOf(databaseUrl) ?? { refused: noPassword }
}

const noPassword: Text = {
  zh: 'DATABASE_URL 没有密码，无法推出另两个角色的密码；请同时设置 KAIGONG_APP_DATABASE_URL 和 KAIGONG_SIGNIN_DATABASE_URL。',
  en: 'DATABASE_URL has no password to derive the other two roles’ from; set KAIGONG_APP_DATABASE_URL and KAIGONG_SIGNIN_DATABASE_URL as well.',
}

export type Opened = {
  readonly deps: AllDeps & { readonly jobs: RunningJobs }
  readonly pools: Readonly<Record<'app' | 'signIn', pg.Pool>>
  readonly close: () => Promise<void>
}

/** Everything that the capabilities stand on, opened on a database that is up to date. */
export async function openDeps(
  settings: Settings,
  urls: Urls,
  folder: string,
  onBroken: (error: Error) => void,
): Promise<Opened | Refusal> {
  const behind = await stepsBehind(urls)
  if (isRefusal(behind)) return behind
  if (behind.length > 0) {
    return {
      refused: {
        zh: `数据库结构落后 ${behind.length} 步，请先执行 kaigong migrate。`,
        en: `The database is ${behind.length} steps behind; run kaigong migrate first.`,
      },
    }
  }
  const signing = signingKeyOf(settings, folder)
  if (isRefusal(signing)) return signing
  const publicKeys = publicKeysIn(settings, signing)
  if (isRefusal(publicKeys)) return publicKeys
  const secretKey = secretKeyOf(settings, folder)
  if (isRefusal(secretKey)) return secretKey
  const providers = readProviders(settings.oidcFile)
  if (isRefusal(providers)) return providers

  const seals = await openSeals(settings.sealsFolder === '' ? join(folder, 'seals') : settings.sealsFolder)
  if (isRefusal(seals)) return seals

  const files = await openFiles(settings, folder)
  if (isRefusal(files)) return files

  const mailer = mailerOf(settings)
  if (isRefusal(mailer)) return mailer

  const pools = {
    app: openPool({ url: urls.app, connections: settings.connections, searchPath: 'kg', onBroken }),
    signIn: openPool({
      url: urls.signIn,
      connections: Math.max(2, Math.ceil(settings.connections / 3)),
      searchPath: 'account,kg',
      onBroken,
    }),
  }
  const closePools = async () => {
    await Promise.all([pools.app.end(), pools.signIn.end()])
  }
  try {
    // A role that cannot sign in is told before threads and queues are opened on it.
    await Promise.all([pools.app.query('select 1'), pools.signIn.query('select 1')])
  } catch (error) {
    await closePools()
    return unreachable(error)
  }
  const db = openDatabase(pools.app)
  const planning = openPlanning({ threads: settings.workers })
  const press = openPress(settings.fontsFolder)
  const jobs = await openJobs(urls.app, onBroken)
  const feed = openFeed({ db, url: urls.app })
  const real = realWorld()
  const seeded = settings.demo ? await demoSeededAt(db) : undefined
  const publicUrl = settings.publicUrl === '' ? `http://${settings.host}:${settings.port}` : settings.publicUrl
  const deps = {
    ...(seeded ? demoWorld(real, seeded) : real),
    db,
    catalogues: openCatalogues(planning),
    planning,
    jobs,
    press,
    seals,
    ...files,
    mailer,
    feed,
    credentials: openCredentials(pools.signIn),
    secretKey,
    signingKey: signing,
    publicKeys,
    demo: settings.demo,
    secure: publicUrl.startsWith('https:'),
    providers,
    publicUrl,
  }
  return {
    deps,
    pools,
    close: async () => {
      await jobs.stop()
      await feed.close()
      await planning.close()
      await press.close()
      mailer?.close()
      await closePools()
    },
  }
}

function mailerOf({ smtpUrl, mailFrom }: Settings): Mailer | null | Refusal {
  if (smtpUrl === '') return null
  if (mailFrom !== '' && URL.canParse(smtpUrl) && /^smtps?:$/.test(new URL(smtpUrl).protocol))
    return openMailer(smtpUrl, mailFrom)
  return {
    refused: {
      zh: 'KAIGONG_SMTP_URL 应以 smtp:// 或 smtps:// 开头，并须同时设置发件人 KAIGONG_MAIL_FROM。',
      en: 'KAIGONG_SMTP_URL must begin with smtp:// or smtps://, and needs the sender KAIGONG_MAIL_FROM beside it.',
    },
  }
}

async function stepsBehind({ owner }: Urls): Promise<readonly string[] | Refusal> {
  try {
    return await pending(owner)
  } catch (error) {
    return unreachable(error)
  }
}

/** The database cannot be reached or lets nobody in: the operator's to mend, not a bug. Anything else is thrown on. */
export function unreachable(error: unknown): Refusal {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const refusesUs = /^(28\w{3}|3D000|42501)$/.test(code)
  if (!(error instanceof Error) || !(refusesUs || isBrokenDatabase(error))) throw error
  const why = error.message === '' ? code : error.message
  return {
    refused: {
      zh: `连不上数据库：${why}。请核对 DATABASE_URL，以及数据库是否在运行。`,
      en: `The database cannot be reached: ${why}. Check DATABASE_URL, and whether the database runs.`,
    },
  }
}

/** The districts that this database knows. */
export async function districtsIn(deps: Pick<AllDeps, 'db'>): Promise<readonly DistrictCode[]> {
  const rows = await deps.db.selectFrom('district').select('code').orderBy('code').execute()
  return rows.map((row) => row.code as DistrictCode)
}
