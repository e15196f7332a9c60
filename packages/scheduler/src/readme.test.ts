import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import * as scheduler from './index.ts'

it('the example in the README prints what it says', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const code = readme.match(/```ts\n([\s\S]*?)```/)?.[1] ?? ''
  const promised = [...code.matchAll(/^console\.log\(.*\) \/\/ (.*)$/gm)].map((match) => match[1])
  const printed: string[] = []
  const log = (...values: readonly unknown[]) =>
    printed.push(values.map((v) => (typeof v === 'object' ? JSON.stringify(v) : String(v))).join(' '))
  const body = code.replace(/^import (\{.*\}) from '@kaigong\/scheduler'$/m, 'const $1 = scheduler')
  new Function('scheduler', 'console', body)(scheduler, { log })
  expect(printed).toEqual(promised)
  expect(printed.length).toBeGreaterThan(3)
})
