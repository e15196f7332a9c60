import { migrateStore, readSettings } from '@kaigong/server'
import { badInput } from '../terminal/answer.ts'
import { said } from '../terminal/say.ts'
import type { Run } from '../usage/command.ts'
import { settingFaults } from './settingFaults.ts'

/** `migrate`: brings the database up to this version and says which steps that took. */
export const migrateCommand: Run = async ({ lang }, { environment, tell }) => {
  const settings = readSettings(environment)
  if ('faults' in settings) return settingFaults(settings.faults, lang)
  const migrated = await migrateStore(settings, (text) => tell(said(text, lang)))
  if ('refused' in migrated) return badInput(migrated.refused, lang)
  const { applied } = migrated
  const done =
    applied.length === 0
      ? { zh: '数据库结构已是最新。', en: 'The database is up to date.' }
      : { zh: `已执行：${applied.join('、')}`, en: `Applied: ${applied.join(', ')}` }
  return { exit: 0, out: `${said(done, lang)}\n` }
}
