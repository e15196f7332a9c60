import type { Citation, Text } from '@kaigong/catalogue'
import { type RefusalCode, type Sentences, sentences } from './sentences.ts'

/** What a command is answered when it cannot be carried out: a code for machines, and for people what is the matter and what to do. */
export type Refusal = {
  readonly refused: RefusalCode
  readonly says: Text
  /** The article that forbids it; null where it is only a mistake. */
  readonly basis: Citation | null
}

/** A refusal with its facts put into words. */
export function refuse<C extends RefusalCode>(
  code: C,
  facts: Parameters<Sentences[C]>[0],
  basis: Citation | null = null,
): Refusal {
  const says = sentences[code] as (facts: Parameters<Sentences[C]>[0]) => Text
  return { refused: code, says: says(facts), basis }
}

/** Whether an answer is a refusal. */
export const isRefusal = (answer: unknown): answer is Refusal =>
  typeof answer === 'object' && answer !== null && 'refused' in answer
