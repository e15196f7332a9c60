import type { Text } from './source.ts'

/** One mistake in a file, where it stands and what to do about it. Lines and columns count from 1. */
export type Fault = {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly message: Text
}

/** `file:line:column: message`, the form that editors jump to. */
export const faultLine = (fault: Fault, lang: 'zh' | 'en'): string =>
  `${fault.file}:${fault.line}:${fault.column}: ${fault.message[lang]}`

/** Faults in the order of their files and lines. */
export const byPlace = (a: Fault, b: Fault): number =>
  a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column
