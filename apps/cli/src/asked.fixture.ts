import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ownCatalogue } from './ground/loadCatalogue.ts'
import { run } from './run.ts'
import { plain } from './terminal/paint.ts'
import type { World } from './terminal/world.ts'

/** A pipe, 100 columns wide, on 1 June 2022. */
export const pipe: World = {
  columns: 100,
  paint: plain,
  outIsScreen: false,
  today: () => '2022-06-01',
  environment: {},
  tell: () => undefined,
  debug: false,
}

/** What the command line answers, with nothing left undefined. */
export async function asked(argv: readonly string[], world: Partial<World> = {}) {
  const { exit, out = '', err = '' } = await run(argv, { ...pipe, ...world })
  return { exit, out: typeof out === 'string' ? out : `${out.length} bytes`, err }
}

const example = (name: string) => fileURLToPath(new URL(`../../../examples/${name}.yaml`, import.meta.url))

/** The flagship example: land asked for on 2022-09-09, seen from 2022-06-01. */
export const batteryPlant = example('battery-plant-4.1')
export const riverPlant = example('river-plant-dormitory')
export const leasedWorkshop = example('leased-workshop')

/** A folder of its own for a test file, with what is written into it. */
export function folder() {
  const path = mkdtempSync(join(tmpdir(), 'kaigong-cli-'))
  return {
    path,
    at: (name: string) => join(path, name),
    file: (name: string, content: string | Uint8Array) => {
      writeFileSync(join(path, name), content)
      return join(path, name)
    },
    /** The flagship project with pieces of its text said otherwise; each piece must be there. */
    project: (name: string, changes: Readonly<Record<string, string>>) => {
      const file = join(path, name)
      writeFileSync(
        file,
        Object.entries(changes).reduce((text, [was, is]) => swapped(text, was, is), readFileSync(batteryPlant, 'utf8')),
      )
      return file
    },
    /** A copy of the catalogue with one file changed. */
    catalogue: (name: string, file: string, change: (text: string) => string) => {
      const copy = join(path, name)
      cpSync(ownCatalogue, copy, { recursive: true })
      writeFileSync(join(copy, file), change(readFileSync(join(copy, file), 'utf8')))
      return copy
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  }
}

/** `text` with `was` said as `is`; what is not there cannot be changed. */
function swapped(text: string, was: string, is: string): string {
  if (!text.includes(was)) throw new Error(`“${was}” is not there to be changed`)
  return text.replace(was, is)
}
