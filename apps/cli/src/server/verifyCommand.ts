import { readSettings, verifyTrail } from '@kaigong/server'
import { badInput } from '../terminal/answer.ts'
import { said } from '../terminal/say.ts'
import type { Run } from '../usage/command.ts'
import { settingFaults } from './settingFaults.ts'

const SHOWN = 50

/** `verify`: walks the whole trail; exit 1 when it is not whole. */
export const verifyCommand: Run = async ({ options, lang }, { environment, tell }) => {
  const settings = readSettings(environment)
  if ('faults' in settings) return settingFaults(settings.faults, lang)
  const found = await verifyTrail(settings, (text) => tell(said(text, lang)))
  if ('refused' in found) return badInput(found.refused, lang)
  const exit = found.whole ? 0 : 1
  if (options.format === 'json') return { exit, out: `${JSON.stringify(found, null, 2)}\n` }
  const { events, streams, checkpoints, faults } = found
  const counts = said(
    {
      zh: `核验 ${events} 条记录、${streams} 个对象、${checkpoints} 个检查点：`,
      en: `Walked ${events} events in ${streams} streams and ${checkpoints} checkpoints: `,
    },
    lang,
  )
  const verdict = found.whole
    ? said({ zh: '完整，没有改动。', en: 'whole, nothing altered.' }, lang)
    : said({ zh: `发现 ${faults.length} 处异常。`, en: `${faults.length} faults.` }, lang)
  const lines = faults
    .slice(0, SHOWN)
    .map((fault) => `${fault.stream} ${fault.version ?? ''} ${said(fault.says, lang)}`)
  return { exit, out: `${[`${counts}${verdict}`, ...lines].join('\n')}\n` }
}
