import * as fs from 'node:fs'
import * as calendar from '@kaigong/calendar'
import * as catalogue from '@kaigong/catalogue'
import { expect, it } from 'vitest'
import * as casework from './index.ts'

it('the example in the README prints what it says', async () => {
  const readme = fs.readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const code = readme.match(/```ts\n([\s\S]*?)```/)?.[1] ?? ''
  const promised = readme.match(/```text\n([\s\S]*?)```/)?.[1] ?? ''
  const names = { ...fs, ...calendar, ...catalogue, ...casework }
  const body = code.replace(/^import .*$/gm, '')
  const printed: string[] = []
  const log = (...values: readonly unknown[]) => printed.push(`${values.map(String).join(' ')}\n`)
  const AsyncFunction = Object.getPrototypeOf(async () => undefined).constructor
  const used = Object.keys(names).filter((name) => code.includes(name))
  await new AsyncFunction('console', ...used, body)({ log }, ...used.map((name) => names[name as keyof typeof names]))
  expect(printed.join('')).toBe(promised)
  expect(printed).toHaveLength(3)
})
