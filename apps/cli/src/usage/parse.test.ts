import { describe, expect, it } from 'vitest'
import { asked } from '../asked.fixture.ts'
import { commands } from './commands.ts'

describe('a command line that is wrong', () => {
  it.each([
    { line: '', zh: '请写要做什么', en: 'Say what to do: plan' },
    { line: 'pln x.yaml', zh: '没有“pln”这个命令，是否想写 plan？', en: 'did you mean plan? Accepted: plan' },
    { line: 'catalog check', zh: '是否想写 catalogue check？', en: 'did you mean catalogue check?' },
    { line: 'catalogue', zh: 'catalogue 后面还缺一个词', en: 'catalogue lacks a second word: catalogue check' },
    { line: 'catalogue chek', zh: '是否想写 catalogue check？', en: 'did you mean catalogue check?' },
    { line: '--verion', zh: '是否想写 --version？', en: 'did you mean --version?' },
    { line: 'plan', zh: 'plan 缺少 PROJECT.yaml', en: 'plan lacks PROJECT.yaml' },
    { line: 'plan a b', zh: 'plan 多了“b”', en: 'does not know what to do with "b"' },
    { line: 'plan a --frmat json', zh: '是否想写 --format？', en: 'did you mean --format? Accepted: --as-of' },
    { line: 'plan a --format jsn', zh: '是否想写 json？', en: 'did you mean json? Accepted: text, json, html' },
    { line: 'plan a --lang --format json', zh: '--lang 后面缺少值', en: '--lang lacks its value' },
    { line: 'plan a --lang fr', zh: '--lang 不接受“fr”；可用：zh、en', en: '"fr"; accepted: zh, en' },
    { line: 'plan a --as-of', zh: '--as-of 后面缺少值', en: '--as-of lacks its value: write --as-of DATE' },
    { line: 'plan a --format json --format text', zh: '--format 写了两次', en: '--format stands twice' },
    { line: 'calendar add 2022-09-30', zh: '缺少 N', en: 'calendar add lacks N' },
    { line: 'law-change a b', zh: '缺少 PROJECT.yaml', en: 'law-change lacks PROJECT.yaml' },
  ])('“$line” is answered by what would be right, in both languages', async ({ line, zh, en }) => {
    const { exit, out, err } = await asked(line.split(' ').filter((word) => word !== ''))
    expect({ exit, out }).toEqual({ exit: 2, out: '' })
    const [first, second, ...more] = err.trimEnd().split('\n')
    expect(first).toContain(zh)
    expect(second).toContain(en)
    expect(more).toEqual([])
  })

  it('is answered in the language that it asks for', async () => {
    expect((await asked(['pln', '--lang', 'en'])).err).toMatch(/^There is no command "pln"[^\n]*\n$/)
    expect((await asked(['pln', '--lang=zh'])).err).toMatch(/^没有“pln”这个命令[^\n]*\n$/)
  })
})

describe('a command line that is right', () => {
  it('takes a negative number for what it is, and options before, between and after', async () => {
    const plain = await asked(['calendar', 'add', '2022-10-10', '-3'])
    expect(plain.out).toContain('2022-09-30')
    expect(await asked(['calendar', 'add', '--lang=zh', '2022-10-10', '--format', 'text', '-3'])).toEqual(plain)
  })

  it('takes for an operand whatever follows --', async () => {
    expect((await asked(['plan', '--', '--odd.yaml'])).err).toContain('--odd.yaml:1:1: 没有这个文件')
  })
})

describe('help', () => {
  it.each(['zh', 'en'])('names every command and the exit codes (%s)', async (lang) => {
    const { exit, out } = await asked(['--help', '--lang', lang])
    expect(exit).toBe(0)
    for (const { name } of commands) expect(out).toContain(name)
    expect(out).toMatch(/0 .*1 .*2\s/s)
  })

  it.each(commands)(
    'on $name names its operands and options and gives an example',
    async ({ name, operands, options }) => {
      const { exit, out } = await asked([...name.split(' '), '--help'])
      expect(exit).toBe(0)
      for (const operand of operands) expect(out).toContain(operand.name)
      for (const option of options) expect(out).toContain(`--${option.name}`)
      expect(out).toContain(`  kaigong ${name}`)
    },
  )

  it('on a group of commands names those of the group', async () => {
    const { out } = await asked(['calendar', '--help'])
    expect(out).toContain('calendar add')
    expect(out).not.toContain('catalogue check')
  })
})

it('the version is that of the package', async () => {
  expect(await asked(['--version'])).toEqual({ exit: 0, out: 'kaigong 0.1.0\n', err: '' })
})
