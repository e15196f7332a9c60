import type { Answer } from '../terminal/answer.ts'
import type { Lang, Text } from '../terminal/say.ts'
import type { World } from '../terminal/world.ts'

/** An option with a value; each may be given once. */
export type Option = {
  readonly name: string
  readonly short?: string
  /** What stands for the value in the help. */
  readonly value: string
  /** The values that it takes, where they can be listed. */
  readonly choices?: readonly string[]
  readonly says: Text
}

/** What stands without a name on the command line. */
export type Operand = {
  readonly name: string
  /** required when absent. */
  readonly count?: 'optional' | 'several'
  readonly says: Text
}

/** What was asked for, already held against the command's operands and options. */
export type Asked = {
  readonly operands: readonly string[]
  readonly options: Readonly<Record<string, string>>
  readonly lang: Lang
}

export type Run = (asked: Asked, world: World) => Promise<Answer>

/** A command as help and parsing know it; its code is loaded when it runs. */
export type Command = {
  /** `catalogue check`: the words that call it. */
  readonly name: string
  readonly says: Text
  readonly operands: readonly Operand[]
  readonly options: readonly Option[]
  readonly examples: readonly string[]
  readonly load: () => Promise<Run>
}
