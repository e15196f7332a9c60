import {
  type Catalogue,
  type Fault,
  faultLine,
  type Project,
  readCatalogue,
  readProject,
  type TextFile,
} from '@kaigong/catalogue'
import { type Ground, prepare } from './ground.ts'

/** What the tests read files with: `node:fs`, handed in because in a package only a test may name it. */
export type Files = {
  readonly readdirSync: (path: URL, options: { readonly recursive: true; readonly encoding: 'utf8' }) => string[]
  readonly readFileSync: (path: URL, encoding: 'utf8') => string
}

const EXAMPLES = [
  'battery-plant-4.1',
  'hazardous-chemical-line',
  'leased-workshop',
  'river-plant-dormitory',
  'synthetic-biology-pilot',
  'technical-upgrade',
] as const
type Example = (typeof EXAMPLES)[number]

export type Given = {
  readonly catalogue: Catalogue
  /** Jintan, as the catalogue has it. */
  readonly jintan: Ground
  readonly examples: Readonly<Record<Example, Project>>
}

const checkout = new URL('../../../', import.meta.url)
let opened: Promise<Given> | undefined

/** The real catalogue and the example projects; read once for all test files of a worker, since nobody changes them in place. */
export function given(files: Files): Promise<Given> {
  opened ??= open(files)
  return opened
}

async function open({ readdirSync, readFileSync }: Files): Promise<Given> {
  const folder = new URL('catalogue/', checkout)
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.yaml'))
    .sort()
    .map((path): TextFile => ({ path, text: readFileSync(new URL(path, folder), 'utf8') }))
  const { catalogue } = faultless(await readCatalogue(texts, 'the catalogue of this checkout'))
  const example = async (name: Example) => {
    const path = `examples/${name}.yaml`
    const file = { path, text: readFileSync(new URL(path, checkout), 'utf8') }
    return [name, faultless(await readProject(file, catalogue)).project] as const
  }
  const examples = Object.fromEntries(await Promise.all(EXAMPLES.map(example))) as Given['examples']
  return { catalogue, jintan: groundOf(catalogue, '320413'), examples }
}

type Faults = { readonly faults: readonly Fault[] }

function faultless<T extends object>(read: T | Faults): Exclude<T, Faults> {
  if ('faults' in read) throw new Error(read.faults.map((f) => faultLine(f, 'en')).join('\n'))
  return read as Exclude<T, Faults>
}

/** The ground of a district that is there. */
export function groundOf(catalogue: Catalogue, district: string): Ground {
  const ground = prepare(catalogue, district)
  if (!ground) throw new Error(`no district ${district}`)
  return ground
}
