import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Catalogue, type Project, readCatalogue, readProject } from '@kaigong/catalogue'

export const root = fileURLToPath(new URL('../../..', import.meta.url))

/** The catalogue of this checkout, read afresh. */
export async function law(): Promise<Catalogue> {
  const folder = join(root, 'catalogue')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .sort()
    .map((path) => ({ path: path.split(sep).join('/'), text: readFileSync(join(folder, path), 'utf8') }))
  const read = await readCatalogue(files, 'bench')
  if ('faults' in read) throw new Error(`the catalogue has ${read.faults.length} faults: kaigong catalogue check`)
  return read.catalogue
}

/** The example projects by file name. */
export async function examples(catalogue: Catalogue): Promise<ReadonlyMap<string, Project>> {
  const folder = join(root, 'examples')
  const projects = new Map<string, Project>()
  for (const path of readdirSync(folder).filter((name) => name.endsWith('.yaml'))) {
    const read = await readProject({ path, text: readFileSync(join(folder, path), 'utf8') }, catalogue)
    if ('faults' in read) throw new Error(`examples/${path} has faults: kaigong plan examples/${path}`)
    projects.set(path.replace('.yaml', ''), read.project)
  }
  return projects
}
