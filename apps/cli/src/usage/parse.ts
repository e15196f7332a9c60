import { parseArgs } from 'node:util'
import { nearest } from '@kaigong/catalogue'
import type { Lang, Text } from '../terminal/say.ts'
import { accepted } from './accepted.ts'
import type { Asked, Command, Option } from './command.ts'
import { commands } from './commands.ts'

/** What a command line asks for; `wrong` says what is wrong with it, in the language that it asks for, if it does. */
export type Parsed =
  | { readonly run: Command; readonly asked: Asked }
  /** Help on a command, on a group of commands (`catalogue`) or, without a topic, on everything. */
  | { readonly help: string | undefined; readonly lang: Lang }
  | { readonly version: true }
  | { readonly wrong: Text; readonly lang: Lang | undefined }

type Token = { readonly option: string; readonly value: string | undefined } | { readonly operand: string }

/** Reads a command line: the command's words first, options anywhere after, `--` before operands that look like options. */
export function parse(argv: readonly string[]): Parsed {
  const words = wordsOf(argv)
  const command = commands.find(({ name }) => name === words || words.startsWith(`${name} `))
  const tokens = tokensOf(argv.slice(command ? command.name.split(' ').length : 0), command?.options ?? [])
  const lang = langOf(argv)
  const asksFor = (...names: string[]) => tokens.some((t) => 'option' in t && names.includes(t.option))

  if (asksFor('--help', '-h')) return { help: command?.name ?? topicOf(words), lang: lang ?? 'zh' }
  if (command === undefined) {
    if (words === '' && asksFor('--version')) return { version: true }
    const [first] = tokens
    return {
      wrong: first && 'option' in first && words === '' ? notAnOption(first.option, whole) : notACommand(words),
      lang,
    }
  }
  const given = optionsOf(tokens, command)
  if ('wrong' in given) return { wrong: given.wrong, lang }
  const operands = tokens.flatMap((t) => ('operand' in t ? [t.operand] : []))
  const wrong = operandFault(command, operands)
  if (wrong) return { wrong, lang }
  return { run: command, asked: { operands, options: given.options, lang: lang ?? 'zh' } }
}

/** The options with their values, each held against what its command takes. */
function optionsOf(
  tokens: readonly Token[],
  command: Command,
): { readonly options: Readonly<Record<string, string>> } | { readonly wrong: Text } {
  const options: Record<string, string> = {}
  for (const token of tokens) {
    if ('operand' in token) continue
    const option = command.options.find((o) => token.option === `--${o.name}` || token.option === `-${o.short}`)
    if (option === undefined) return { wrong: notAnOption(token.option, command) }
    const wrong = options[option.name] === undefined ? valueFault(token, option) : givenTwice(option)
    if (wrong) return { wrong }
    options[option.name] = token.value ?? ''
  }
  return { options }
}

function valueFault({ option: asked, value }: Extract<Token, { option: string }>, option: Option): Text | undefined {
  if (value === undefined || value === '') {
    return {
      zh: `${asked} 后面缺少值：写作 ${written(option)}。`,
      en: `${asked} lacks its value: write ${written(option)}.`,
    }
  }
  const { choices } = option
  if (choices === undefined || choices.includes(value)) return undefined
  const end = accepted(value, choices)
  return { zh: `${asked} 不接受“${value}”${end.zh}`, en: `${asked} does not take "${value}"${end.en}` }
}

const givenTwice = ({ name }: Option): Text => ({
  zh: `--${name} 写了两次，只能写一次。`,
  en: `--${name} stands twice; give it once.`,
})

/** The words before the first option. */
function wordsOf(argv: readonly string[]): string {
  const end = argv.findIndex((word) => word.startsWith('-'))
  return argv.slice(0, end === -1 ? argv.length : end).join(' ')
}

/** The group or command that the words begin, as far as there is one. */
const topicOf = (words: string): string | undefined => {
  const first = words.split(' ')[0] ?? ''
  return commands.some(({ name }) => name.startsWith(`${first} `)) ? first : undefined
}

const negative = /^-\d+(\.\d+)?$/

function tokensOf(argv: readonly string[], options: readonly Option[]): readonly Token[] {
  // A negative number is an operand: `calendar add 2022-10-10 -3`.
  const args = argv.map((word) => (negative.test(word) ? word.slice(1) : word))
  const { tokens } = parseArgs({
    args,
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      options.map(({ name, short }) => [name, { type: 'string', ...(short ? { short } : {}) } as const]),
    ),
  })
  return tokens.flatMap((token): Token[] => {
    if (token.kind === 'positional') return [{ operand: argv[token.index] ?? token.value }]
    if (token.kind === 'option-terminator') return []
    // `--lang --format json` forgets a value; it does not ask for the language --format.
    const swallowed = !token.inlineValue && token.value?.startsWith('-')
    return [{ option: token.rawName, value: swallowed ? undefined : token.value }]
  })
}

/** The language that the line asks for, however wrong the rest of it is. */
function langOf(argv: readonly string[]): Lang | undefined {
  const at = argv.indexOf('--lang')
  const value = at === -1 ? argv.find((word) => word.startsWith('--lang='))?.slice(7) : argv[at + 1]
  return value === 'zh' || value === 'en' ? value : undefined
}

const written = ({ name, short, value }: Option): string => `${short ? `-${short}` : `--${name}`} ${value}`

function notACommand(words: string): Text {
  const [first = '', second] = words.split(' ')
  const group = commands.filter(({ name }) => name.startsWith(`${first} `)).map(({ name }) => name)
  const names = group.length > 0 ? group : commands.map(({ name }) => name)
  if (words === '')
    return {
      zh: `请写要做什么：${names.join('、')}；说明见 kaigong --help。`,
      en: `Say what to do: ${names.join(', ')}; see kaigong --help.`,
    }
  if (group.length > 0 && second === undefined)
    return {
      zh: `${first} 后面还缺一个词：${names.join('、')}。`,
      en: `${first} lacks a second word: ${names.join(', ')}.`,
    }
  const asked = group.length > 0 ? `${first} ${second}` : first
  const meant = [asked, words, first].find((guess) => nearest(guess, names) !== undefined) ?? asked
  const end = accepted(meant, names)
  return { zh: `没有“${asked}”这个命令${end.zh}`, en: `There is no command "${asked}"${end.en}` }
}

/** The program without a command, which can only be asked what it is. */
const whole: Pick<Command, 'name' | 'options'> = {
  name: 'kaigong',
  options: ['help', 'version'].map((name) => ({ name, value: '', says: { zh: '', en: '' } })),
}

function notAnOption(asked: string, { name, options }: Pick<Command, 'name' | 'options'>): Text {
  const names = options.map((o) => `--${o.name}`)
  const end = accepted(asked, names)
  return { zh: `${name} 没有 ${asked} 这个选项${end.zh}`, en: `${name} has no option ${asked}${end.en}` }
}

function operandFault({ name, operands }: Command, given: readonly string[]): Text | undefined {
  const missing = operands.filter(({ count }) => count !== 'optional')[given.length]
  if (missing) {
    return {
      zh: `${name} 缺少 ${missing.name}：${missing.says.zh}。用法：kaigong ${usage(name, operands)}。`,
      en: `${name} lacks ${missing.name}: ${missing.says.en}. Usage: kaigong ${usage(name, operands)}.`,
    }
  }
  const most = operands.at(-1)?.count === 'several' ? Number.POSITIVE_INFINITY : operands.length
  if (given.length > most) {
    const extra = given[most]
    return {
      zh: `${name} 多了“${extra}”。用法：kaigong ${usage(name, operands)}。`,
      en: `${name} does not know what to do with "${extra}". Usage: kaigong ${usage(name, operands)}.`,
    }
  }
  return undefined
}

/** `catalogue diff OLD NEW`, optional operands in brackets. */
export const usage = (name: string, operands: Command['operands']): string =>
  [
    name,
    ...operands.map(({ name: operand, count }) =>
      count === 'optional' ? `[${operand}]` : count === 'several' ? `${operand}...` : operand,
    ),
  ].join(' ')
