import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { arrows } from './arrows.ts'
import { root, type Workspace, workspaces } from './workspaces.ts'

const all = workspaces()
const nameOf = (folder: string) => all.find((workspace) => workspace.folder === folder)?.name
const isOurs = (name: string) => all.some((workspace) => workspace.name === name)

/** What `workspace` names or imports although no arrow leads there, each as a sentence. */
function forbidden(workspace: Workspace): readonly string[] {
  const arrow = arrows.find(({ from }) => from === workspace.folder)
  if (arrow === undefined) return [`${workspace.folder} has no line in arrows/arrows.ts: say there what it may import.`]
  const allowed = arrow.to.map(nameOf)
  const allowedInTests = [...allowed, ...(arrow.testsTo ?? []).map(nameOf)]
  return [
    ...workspace.dependencies.filter((name) => isOurs(name) && !allowed.includes(name)),
    ...workspace.devDependencies.filter((name) => isOurs(name) && !allowedInTests.includes(name)),
  ].map((name) => `${workspace.folder}/package.json names ${name}, but no arrow leads there: see arrows/arrows.ts.`)
}

describe('arrows between the workspaces', () => {
  it.each(all)('$folder names only workspaces that an arrow leads to', (workspace) => {
    expect(forbidden(workspace)).toEqual([])
  })

  it('never turn back: each leads to a workspace higher up in the list', () => {
    const order = arrows.map(({ from }) => from)
    const backwards = arrows.flatMap(({ from, to, testsTo = [] }) =>
      [...to, ...testsTo].filter((target) => !order.slice(0, order.indexOf(from)).includes(target)),
    )
    expect(backwards).toEqual([])
  })

  it('start and end at workspaces that exist', () => {
    expect(arrows.map(({ from }) => from).sort()).toEqual(all.map(({ folder }) => folder))
  })

  it('refuse a calendar that knows the catalogue, and a checker that shares code with the planner', () => {
    const calendar = { folder: 'packages/calendar', name: '@kaigong/calendar', devDependencies: [] }
    expect(forbidden({ ...calendar, dependencies: ['@kaigong/catalogue'] })).toEqual([
      'packages/calendar/package.json names @kaigong/catalogue, but no arrow leads there: see arrows/arrows.ts.',
    ])
    const checker = { folder: 'packages/checker', name: '@kaigong/checker', dependencies: [] }
    expect(forbidden({ ...checker, devDependencies: ['@kaigong/planner'] })).toHaveLength(1)
  })

  // Biome leaves test files alone here, because vitest and fast-check stand in the root package.json only.
  it.each(all)('the tests of $folder import only what its package.json names', ({ folder, name, ...names }) => {
    const named = [name, ...names.dependencies, ...names.devDependencies]
    const strangers = globSync(`${folder}/**/*.test.ts`, { cwd: root, exclude: ['**/node_modules'] }).flatMap((file) =>
      importsOf(readFileSync(join(root, file), 'utf8'))
        .filter((imported) => isOurs(imported) && !named.includes(imported))
        .map((imported) => `${file} imports ${imported}, which ${folder}/package.json does not name.`),
    )
    expect(strangers).toEqual([])
  })

  it('sees every way in which a test can import', () => {
    const source = `import a from '@kaigong/a'\nimport '@kaigong/b'\nexport { c } from "@kaigong/c"\nawait import('@kaigong/d')`
    expect(importsOf(source)).toEqual(['@kaigong/a', '@kaigong/b', '@kaigong/c', '@kaigong/d'])
  })
})

function importsOf(source: string): readonly string[] {
  return [...source.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map((match) => match[1]!)
}
