import { styleText } from 'node:util'
import type { Look, Paint } from './paint.ts'

const styles: Readonly<Record<Look, Parameters<typeof styleText>[0]>> = {
  strong: 'bold',
  quiet: 'dim',
  good: ['bold', 'green'],
  bad: ['bold', 'red'],
  head: ['bold', 'cyan'],
}

/** Colours where standard output is a screen that has them; `NO_COLOR` and `FORCE_COLOR` are heeded. */
export const coloured: Paint = (look, text) => (text === '' ? text : styleText(styles[look], text))
