import type { Answer } from './terminal/answer.ts'
import { badInput } from './terminal/answer.ts'
import type { Text } from './terminal/say.ts'
import type { World } from './terminal/world.ts'
import { parse } from './usage/parse.ts'

/** What one command line has to say and how it ends. It never throws: an error that nobody foresaw is told as the bug that it is. */
export async function run(argv: readonly string[], world: World): Promise<Answer> {
  const parsed = parse(argv)
  try {
    if ('wrong' in parsed) return badInput(parsed.wrong, parsed.lang)
    if ('version' in parsed) return { exit: 0, out: `${await version()}\n` }
    if ('help' in parsed) {
      const { help } = await import('./usage/help.ts')
      return { exit: 0, out: help(parsed.help, parsed.lang, world) }
    }
    const command = await parsed.run.load()
    return await command(parsed.asked, world)
  } catch (error) {
    if (world.debug && error instanceof Error) return { exit: 2, err: `${error.stack ?? error.message}\n` }
    return badInput(bug(error), 'asked' in parsed ? parsed.asked.lang : 'lang' in parsed ? parsed.lang : undefined)
  }
}

const bug = (error: unknown): Text => {
  const line = String(error instanceof Error ? error.message : error).split('\n')[0]
  return {
    zh: `程序自身出错，这是缺陷，请报告：${line}（加 KAIGONG_DEBUG=1 再运行一次可看详情）`,
    en: `The program itself failed, which is a bug; please report it: ${line} (run again with KAIGONG_DEBUG=1 for details)`,
  }
}

async function version(): Promise<string> {
  const { default: described } = await import('../package.json', { with: { type: 'json' } })
  return `kaigong ${described.version}`
}
