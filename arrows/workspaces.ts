import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder of the root package.json, absolute. */
export const root = join(import.meta.dirname, '..')

export interface Workspace {
  /** Relative to the root, with `/`: `packages/calendar`. */
  readonly folder: string
  /** The name that others import: `@kaigong/calendar`. */
  readonly name: string
  /** Names under `dependencies`. */
  readonly dependencies: readonly string[]
  /** Names under `devDependencies`. */
  readonly devDependencies: readonly string[]
}

/** Every workspace that the root package.json includes, as its own package.json describes it. */
export function workspaces(): readonly Workspace[] {
  const patterns: string[] = readJson('package.json').workspaces
  return globSync(
    patterns.map((pattern) => `${pattern}/package.json`),
    { cwd: root },
  )
    .map((file) => {
      const { name, dependencies = {}, devDependencies = {} } = readJson(file)
      return {
        folder: dirname(file),
        name,
        dependencies: Object.keys(dependencies),
        devDependencies: Object.keys(devDependencies),
      }
    })
    .sort((a, b) => a.folder.localeCompare(b.folder))
}

function readJson(file: string) {
  return JSON.parse(readFileSync(join(root, file), 'utf8'))
}
