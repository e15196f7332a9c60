import type { Catalogue } from './catalogue.ts'
import type { Fault } from './fault.ts'
import type { Project } from './project.ts'
import type { TextFile } from './yamlFile.ts'

// What reads files is loaded when first asked for: the YAML and schema libraries take as long to start as a whole plan to compute,
// and a catalogue that was checked before needs neither.

/** See `readCatalogue` in readCatalogue.ts. */
export async function readCatalogue(
  files: readonly TextFile[],
  hash: string,
): Promise<{ catalogue: Catalogue } | { faults: readonly Fault[] }> {
  const { readCatalogue: read } = await import('./readCatalogue.ts')
  return read(files, hash)
}

/** See `readProject` in readProject.ts. */
export async function readProject(
  file: TextFile,
  catalogue: Catalogue,
): Promise<{ project: Project } | { faults: readonly Fault[] }> {
  const { readProject: read } = await import('./readProject.ts')
  return read(file, catalogue)
}

/** JSON Schemas of all kinds of catalogue and project files, by name. */
export async function jsonSchemas(): Promise<Readonly<Record<string, unknown>>> {
  const { jsonSchemas: all } = await import('./schemas.ts')
  return all()
}
