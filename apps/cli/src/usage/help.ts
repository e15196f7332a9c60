import type { Lang, Text } from '../terminal/say.ts'
import { padded, widthOf } from '../terminal/width.ts'
import type { World } from '../terminal/world.ts'
import { hanging } from '../terminal/wrap.ts'
import type { Command } from './command.ts'
import { commands } from './commands.ts'
import { usage } from './parse.ts'

const words = {
  about: {
    zh: 'kaigong 开工：从签约到投产的审批方案，依法算出来',
    en: 'kaigong 开工: approval plans computed from the law, from signed project to running factory',
  },
  usage: { zh: '用法', en: 'Usage' },
  commands: { zh: '命令', en: 'Commands' },
  operands: { zh: '参数', en: 'Operands' },
  options: { zh: '选项', en: 'Options' },
  examples: { zh: '例', en: 'Examples' },
  more: {
    zh: '某一命令的说明：kaigong plan --help。In English: kaigong --help --lang en',
    en: 'On one command: kaigong plan --help',
  },
  exits: {
    zh: '退出码：0 办成；1 有理由地说不（日期办不到、目录有错）；2 用法或输入有误',
    en: 'Exit codes: 0 done; 1 refused with reasons (a date that cannot be met, faults of the catalogue); 2 bad usage or input',
  },
  help: { zh: '本说明', en: 'this help' },
  version: { zh: '版本号', en: 'the version' },
} as const satisfies Readonly<Record<string, Text>>

/** Help on everything, on a group of commands (`catalogue`), or on one command. */
export function help(topic: string | undefined, lang: Lang, world: World): string {
  const command = commands.find(({ name }) => name === topic)
  const lines = command
    ? helpOn(command, lang, world)
    : overview(
        commands.filter(({ name }) => topic === undefined || name.startsWith(`${topic} `)),
        lang,
        world,
      )
  return `${lines.join('\n')}\n`
}

function overview(listed: readonly Command[], lang: Lang, world: World): readonly string[] {
  return [
    world.paint('strong', words.about[lang]),
    '',
    world.paint('head', words.commands[lang]),
    ...entries(
      listed.map(({ name, operands, says }) => [usage(name, operands), says[lang]]),
      world,
    ),
    '',
    world.paint('head', words.options[lang]),
    ...entries(
      [
        ['--help', words.help[lang]],
        ['--version', words.version[lang]],
      ],
      world,
    ),
    '',
    ...hanging('', words.exits[lang], world.columns),
    ...hanging('', words.more[lang], world.columns),
  ]
}

function helpOn({ name, says, operands, options, examples }: Command, lang: Lang, world: World): readonly string[] {
  const section = (head: Text, rows: readonly (readonly [string, string])[]) =>
    rows.length === 0 ? [] : ['', world.paint('head', head[lang]), ...entries(rows, world)]
  return [
    ...hanging('', says[lang], world.columns),
    '',
    `${words.usage[lang]}: kaigong ${usage(name, operands)}${options.length > 0 ? ' [--…]' : ''}`,
    ...section(
      words.operands,
      operands.map((o) => [o.name, o.says[lang]]),
    ),
    ...section(
      words.options,
      options.map((o) => [`${o.short ? `-${o.short}, ` : ''}--${o.name} ${o.value}`, o.says[lang]]),
    ),
    '',
    world.paint('head', words.examples[lang]),
    ...examples.map((example) => `  ${example}`),
  ]
}

/** Names in one column, what they mean in the next; under the name where it is too long for that. */
function entries(rows: readonly (readonly [string, string])[], { columns }: World): readonly string[] {
  const longest = Math.min(34, Math.max(...rows.map(([name]) => widthOf(name))))
  return rows.flatMap(([name, says]) => {
    const lead = `  ${padded(name, longest)}  `
    return widthOf(name) <= longest
      ? hanging(lead, says, columns)
      : [`  ${name}`, ...hanging(' '.repeat(widthOf(lead.slice(0, longest + 4))), says, columns)]
  })
}
