import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root, workspaces } from './workspaces.ts'

/** What Biome says about one file: the rule and everything printed with it. */
interface Complaint {
  readonly file: string
  readonly rule: string
  readonly text: string
}

const door =
  'A workspace has one door. Import it by its name (@kaigong/calendar) and let its src/index.ts offer what you need.'
const handed = 'A package is handed what it needs. Read the file or the row in apps/ and pass the value in.'
const chance = 'A package is handed its chance.'
const time = 'A package is handed its time.'

/** One mistake a file: where it stands, what is written, which rule must speak and with which sentence. */
const mistakes: readonly { name: string; file: string; source: string; rule: string; sentence: string }[] = [
  {
    name: 'a package that imports one which its package.json does not name',
    file: 'packages/calendar/src/undeclared.ts',
    source: `export { plan } from '@kaigong/planner'\n`,
    rule: 'correctness/noUndeclaredDependencies',
    sentence: "Dependency @kaigong/planner isn't specified in packages/calendar/package.json.",
  },
  {
    name: 'a package that imports a library which its package.json does not name',
    file: 'packages/calendar/src/library.ts',
    source: `export { parse } from 'yaml'\n`,
    rule: 'correctness/noUndeclaredDependencies',
    sentence: "Dependency yaml isn't specified in packages/calendar/package.json.",
  },
  {
    name: 'a package that imports a library of the root, which only tests may',
    file: 'packages/calendar/src/rootLibrary.ts',
    source: `export { default } from 'fast-check'\n`,
    rule: 'correctness/noUndeclaredDependencies',
    sentence: "Dependency fast-check isn't specified in packages/calendar/package.json.",
  },
  {
    name: 'two files that import each other',
    file: 'packages/calendar/src/chicken.ts',
    source: `import { egg } from './egg.ts'\n\nexport const chicken = () => egg()\n`,
    rule: 'suspicious/noImportCycles',
    sentence: 'This import is part of a cycle.',
  },
  {
    name: 'two files that import only types of each other',
    file: 'packages/calendar/src/host.ts',
    source: `import type { Guest } from './guest.ts'\n\nexport type Host = readonly Guest[]\n`,
    rule: 'suspicious/noImportCycles',
    sentence: 'This import is part of a cycle.',
  },
  {
    name: 'a reach into the inside of the package next door',
    file: 'packages/planner/src/reach.ts',
    source: `export { weekend } from '../../calendar/src/weekend.ts'\n`,
    rule: 'style/noRestrictedImports',
    sentence: door,
  },
  {
    name: 'a reach from a deeper folder into the inside of the package next door',
    file: 'packages/planner/src/network/reach.ts',
    source: `export { weekend } from '../../../calendar/src/deep/weekend.ts'\n`,
    rule: 'style/noRestrictedImports',
    sentence: door,
  },
  {
    name: 'a reach from an app into the inside of a package',
    file: 'apps/cli/src/reach.ts',
    source: `export { weekend } from '../../../packages/calendar/src/weekend.ts'\n`,
    rule: 'style/noRestrictedImports',
    sentence: door,
  },
  {
    name: 'a reach by name past the door',
    file: 'apps/cli/src/reachByName.ts',
    source: `export { weekend } from '@kaigong/calendar/src/weekend.ts'\n`,
    rule: 'style/noRestrictedImports',
    sentence: door,
  },
  {
    name: 'a reach past the door out of a test',
    file: 'packages/planner/src/reach.test.ts',
    source: `export { weekend } from '../../calendar/src/weekend.ts'\n`,
    rule: 'style/noRestrictedImports',
    sentence: door,
  },
  {
    name: 'a package that reads files',
    file: 'packages/catalogue/src/files.ts',
    source: `export { readFileSync } from 'node:fs'\n`,
    rule: 'style/noRestrictedImports',
    sentence: handed,
  },
  {
    name: 'a package that loads part of a module of Node while it runs',
    file: 'packages/catalogue/src/filesLater.ts',
    source: `export const files = () => import('node:fs/promises')\n`,
    rule: 'style/noRestrictedImports',
    sentence: handed,
  },
  {
    name: 'a module of Node without its prefix',
    file: 'packages/catalogue/src/filesWithoutPrefix.ts',
    source: `export { readFileSync } from 'fs'\n`,
    rule: 'style/useNodejsImportProtocol',
    sentence: 'node: protocol',
  },
  ...[
    { global: 'Date', use: 'new Date()', sentence: time },
    { global: 'performance', use: 'performance.now()', sentence: time },
    { global: 'setTimeout', use: 'setTimeout(pause, 1)', sentence: time },
    { global: 'setInterval', use: 'setInterval(pause, 1)', sentence: time },
    { global: 'crypto', use: 'crypto.randomUUID()', sentence: chance },
    { global: 'fetch', use: 'fetch(pause)', sentence: handed },
    { global: 'process', use: 'process.env', sentence: 'Read the setting in apps/ and pass the value in.' },
    { global: 'console', use: 'console.log(pause)', sentence: 'Return a value and let apps/ print it.' },
    { global: 'Buffer', use: 'Buffer.alloc(1)', sentence: 'Bytes are a Uint8Array.' },
    { global: 'globalThis', use: 'globalThis.Date', sentence: 'Take the value as an argument.' },
  ].map(({ global, use, sentence }) => ({
    name: `a package that names ${global}`,
    file: `packages/scheduler/src/${global}Global.ts`,
    source: `export const planted = (pause: string) => [pause, ${use}]\n`,
    rule: 'style/noRestrictedGlobals',
    sentence,
  })),
  {
    name: 'a package that names Date as a type',
    file: 'packages/scheduler/src/dateType.ts',
    source: 'export type Day = Date\n',
    rule: 'style/noRestrictedGlobals',
    sentence: time,
  },
  {
    name: 'an app that keeps its days in a Date',
    file: 'apps/cli/src/date.ts',
    source: 'export const today = () => new Date()\n',
    rule: 'style/noRestrictedGlobals',
    sentence: 'A day is a Temporal.PlainDate',
  },
  {
    name: 'an app that calls another host',
    file: 'apps/cli/src/call.ts',
    source: 'export const call = (address: string) => fetch(address)\n',
    rule: 'style/noRestrictedGlobals',
    sentence: 'Offices have no internet',
  },
  {
    name: 'a package that throws dice',
    file: 'packages/scheduler/src/dice.ts',
    source: 'export const dice = () => Math.random()\n',
    rule: 'nursery/noJsRestrictedProperties',
    sentence: chance,
  },
  {
    name: 'a package that asks what time it is',
    file: 'packages/scheduler/src/clock.ts',
    source: 'export const clock = () => Temporal.Now.instant()\n',
    rule: 'nursery/noJsRestrictedProperties',
    sentence: time,
  },
]

/** What must be there for a mistake to be one, and what a package, an app and a test may well do. */
const innocent: Readonly<Record<string, string>> = {
  'packages/calendar/src/index.ts': `export { weekend } from './weekend.ts'\n`,
  'packages/calendar/src/weekend.ts': 'export const weekend = [6, 7]\n',
  'packages/calendar/src/deep/weekend.ts': `import { weekend } from '../weekend.ts'\n\nexport const saturday = weekend[0]\n`,
  'packages/calendar/src/weekend.test.ts': `import { readFileSync } from 'node:fs'\nimport { expect, it } from 'vitest'\nimport { weekend } from './weekend.ts'\n\nit('has two days', () => {\n  expect(weekend).toEqual([6, 7])\n  expect(new Date(readFileSync('day', 'utf8')).getDay()).toBe(6)\n})\n`,
  'packages/planner/src/index.ts': `import { weekend } from '@kaigong/calendar'\n\nexport const plan = (today: Temporal.PlainDate) => weekend.includes(today.dayOfWeek)\n`,
  'apps/cli/src/main.ts': `import { readFileSync } from 'node:fs'\nimport { plan } from '@kaigong/planner'\n\nconsole.log(readFileSync('day', 'utf8'), plan(Temporal.Now.plainDateISO()), process.argv)\n`,
}

/** The other half of a circle is innocent only while the first half is missing. */
const accomplices: Readonly<Record<string, string>> = {
  'packages/calendar/src/egg.ts': `import { chicken } from './chicken.ts'\n\nexport const egg = () => chicken()\n`,
  'packages/calendar/src/guest.ts': `import type { Host } from './host.ts'\n\nexport type Guest = { readonly of: Host }\n`,
}

describe('a mistake planted in a copy of the workspaces', () => {
  const copy = mkdtempSync(join(tmpdir(), 'kaigong-arrows-'))
  let clean: ReturnType<typeof biome>
  let planted: ReturnType<typeof biome>

  beforeAll(() => {
    for (const file of ['biome.json', 'package.json', '.gitignore']) cpSync(join(root, file), join(copy, file))
    for (const { folder } of workspaces()) {
      cpSync(join(root, folder, 'package.json'), join(copy, folder, 'package.json'))
    }
    plant(innocent)
    clean = biome()
    plant(accomplices)
    plant(Object.fromEntries(mistakes.map(({ file, source }) => [file, source])))
    planted = biome()
  })
  afterAll(() => rmSync(copy, { recursive: true }))

  it('is not there before it is planted: the copy passes, and its files were looked at', () => {
    expect(clean).toEqual({ status: 0, complaints: [], output: expect.stringContaining('Checked ') })
    expect(Number(/Checked (\d+) files/.exec(clean.output)?.[1])).toBeGreaterThan(Object.keys(innocent).length)
  })

  it('fails the build', () => {
    expect(planted.status).toBe(1)
  })

  it.each(mistakes)('is named: $name', ({ file, rule, sentence }) => {
    const complaints = planted.complaints.filter((complaint) => complaint.file === file)
    expect(complaints.map((complaint) => complaint.rule)).toEqual([rule])
    expect(complaints[0]?.text).toContain(sentence)
  })

  it('leaves the innocent files without a complaint', () => {
    const accused = planted.complaints.map(({ file }) => file)
    expect(Object.keys(innocent).filter((file) => accused.includes(file))).toEqual([])
  })

  function plant(files: Readonly<Record<string, string>>) {
    for (const [file, source] of Object.entries(files)) {
      mkdirSync(dirname(join(copy, file)), { recursive: true })
      writeFileSync(join(copy, file), source)
    }
  }

  function biome() {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        join(root, 'node_modules/@biomejs/biome/bin/biome'),
        'ci',
        '--error-on-warnings',
        '--colors=off',
        '--max-diagnostics=none',
      ],
      { cwd: copy, encoding: 'utf8' },
    )
    return { status, complaints: complaintsIn(stderr), output: stdout + stderr }
  }
})

/** A complaint begins with `file:line:column lint/group/rule` at the start of a line and reaches to the next. */
function complaintsIn(output: string): readonly Complaint[] {
  const heads = [...output.matchAll(/^(\S+?)(?::\d+:\d+)? (?:(?:lint|assist)\/)?(\w+(?:\/\w+)?)\b.*━+$/gm)]
  return heads.map((head, index) => ({
    file: head[1]!,
    rule: head[2]!,
    text: output.slice(head.index, heads[index + 1]?.index),
  }))
}
