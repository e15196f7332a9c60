import { readSettings, serve } from '@kaigong/server'
import { badInput } from '../terminal/answer.ts'
import { said } from '../terminal/say.ts'
import type { Run } from '../usage/command.ts'
import { settingFaults } from './settingFaults.ts'

/** `serve`: runs until it is asked to stop; finishes what is being answered, and at a second signal stops at once. */
export const serveCommand: Run = async ({ options, lang }, { environment, tell }) => {
  const settings = readSettings({
    ...environment,
    ...(options.port === undefined ? {} : { KAIGONG_PORT: options.port }),
    ...(options.demo === undefined ? {} : { KAIGONG_DEMO: options.demo === 'yes' ? 'true' : 'false' }),
  })
  if ('faults' in settings) return settingFaults(settings.faults, lang)
  // Heard from the very beginning: whoever stops a start that takes long must not leave a database behind.
  const stop = asked(['SIGINT', 'SIGTERM', 'SIGHUP']).then(() => {
    tell(said({ zh: '正在停止：先答完手头的请求…', en: 'Stopping: finishing what is being answered …' }, lang))
    asked(['SIGINT', 'SIGTERM']).then(() => process.exit(1))
  })
  const running = await serve(settings, (text) => tell(said(text, lang)))
  if ('refused' in running) return badInput(running.refused, lang)
  tell(
    said(
      {
        zh: `开工已就绪：${running.url}${settings.demo ? '（演示，数据均为虚构；在登录页选择演示身份）' : ''}\n按 Ctrl+C 停止。`,
        en: `Kaigong is ready: ${running.url}${settings.demo ? ' (a demonstration, all invented; choose a persona on the sign-in page)' : ''}\nCtrl+C stops it.`,
      },
      lang,
    ),
  )
  await stop
  await running.stop()
  // Handles that a library forgets must not keep a stopped server alive.
  process.exit(0)
}

/** Waits for the first of some signals. */
function asked(signals: readonly NodeJS.Signals[]): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  for (const signal of signals) process.once(signal, () => resolve())
  return promise
}
