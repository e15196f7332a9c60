import type { Catalogue } from './catalogue.ts'
import { type Fault, faultLine } from './fault.ts'
import { readCatalogue } from './readCatalogue.ts'
import type { TextFile } from './yamlFile.ts'

/** What the tests read files with: `node:fs`, handed in because in a package only a test may name it. */
export type Files = {
  readonly readdirSync: (path: URL, options: { readonly recursive: true; readonly encoding: 'utf8' }) => string[]
  readonly readFileSync: (path: URL, encoding: 'utf8') => string
}

const checkout = new URL('../../../', import.meta.url)

let files: readonly TextFile[] | undefined
let catalogue: Catalogue | undefined

/** The files of this checkout's catalogue, paths relative to its root. */
export function realFiles({ readdirSync, readFileSync }: Files): readonly TextFile[] {
  const folder = new URL('catalogue/', checkout)
  files ??= readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.yaml'))
    .sort()
    .map((path) => ({ path, text: readFileSync(new URL(path, folder), 'utf8') }))
  return files
}

/** This checkout's catalogue; read once, since nobody changes it in place. */
export function realCatalogue(fs: Files): Catalogue {
  catalogue ??= readOrThrow(realFiles(fs))
  return catalogue
}

function readOrThrow(texts: readonly TextFile[]): Catalogue {
  const read = readCatalogue(texts, 'the catalogue of this checkout')
  if ('faults' in read) throw new Error(read.faults.map((f) => faultLine(f, 'en')).join('\n'))
  return read.catalogue
}

/** An example project of this checkout. */
export const exampleProject = ({ readFileSync }: Files, name: string): TextFile => ({
  path: `examples/${name}.yaml`,
  text: readFileSync(new URL(`examples/${name}.yaml`, checkout), 'utf8'),
})

/**
 * A mistake to plant in a file: `was` stands there exactly once and becomes `is`, in which ^ marks where the fault is to be told.
 * The mark itself is not planted.
 */
export type Mistake = {
  readonly file: string
  readonly was: string
  readonly is: string
  readonly zh: string
  readonly en: string
}

/** The files with the mistakes in them, and the faults that must come of it, in the order of the mistakes. */
export function plant(
  texts: readonly TextFile[],
  mistakes: readonly Mistake[],
): { readonly files: readonly TextFile[]; readonly faults: readonly Fault[] } {
  const marked = texts.map(({ path, text }) => ({
    path,
    text: mistakes.filter((m) => m.file === path).reduce((t, m) => swap(t, m), text),
  }))
  const faults = mistakes.map((m) => {
    const before =
      marked
        .find((f) => f.path === m.file)
        ?.text.split(tagged(m))[0]
        ?.replaceAll(ANY_TAG, '') ?? ''
    const lines = before.split('\n')
    return {
      file: m.file,
      line: lines.length,
      column: (lines.at(-1)?.length ?? 0) + 1,
      message: { zh: m.zh, en: m.en },
    }
  })
  return { files: marked.map((f) => ({ ...f, text: f.text.replaceAll(ANY_TAG, '') })), faults }
}

const ANY_TAG = /\uE000[^\uE001]*\uE001/g
/** A mark that no text contains, different for each mistake. */
const tagged = ({ file, was, en }: Mistake) => `\uE000${file} ${was.length} ${en}\uE001`

function swap(text: string, mistake: Mistake): string {
  const parts = text.split(mistake.was)
  if (parts.length !== 2) throw new Error(`${mistake.file}: ${parts.length - 1} × ${mistake.was}`)
  if (mistake.is.split('^').length !== 2) throw new Error(`${mistake.file}: one ^ is needed in ${mistake.is}`)
  return parts.join(mistake.is.replace('^', () => tagged(mistake)))
}
