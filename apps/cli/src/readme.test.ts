import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { asked } from './asked.fixture.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const [, ...blocks] = readme.split('```')

it('the README prints what the command prints', async () => {
  const [line = '', ...printed] = (blocks.find((block) => block.includes('$ npx')) ?? '').trim().split('\n')
  const { out } = await asked(line.replace('$ npx kaigong ', '').split(' '))
  expect(out).toBe(`${printed.join('\n')}\n`)
})

it('the commands of the README are commands', async () => {
  const lines = [...readme.matchAll(/^npx kaigong (.*?)(?: {2,}|$)/gm)].map((match) => match[1] ?? '')
  expect(lines.length).toBeGreaterThan(8)
  for (const line of lines) {
    const words = line.split(' ')
    const command = words.slice(0, ['catalogue', 'calendar'].includes(words[0] ?? '') ? 2 : 1)
    expect((await asked([...command, '--help'])).out).toContain(`kaigong ${command.join(' ')}`)
  }
})
