import { type Catalogue, type Project, readProject } from '@kaigong/catalogue'
import type { DistrictCode, ProjectFacts, ProjectIdentity } from '@kaigong/contract'
import { type Refused, refuse } from '../platform/http/answer.ts'

type Named = Pick<ProjectIdentity, 'name' | 'nameEn' | 'code'> & { readonly company: string | null }

/**
 * The project as the planner takes it, read with a catalogue as a project file is read: units, choices, references and dates are checked.
 * Each mistake is told with its sentence; JSON is YAML, so the reader of files reads it, and a line is a fact.
 */
export async function readFacts(
  catalogue: Catalogue,
  district: DistrictCode,
  named: Named,
  facts: ProjectFacts,
): Promise<Project | Refused> {
  const file = {
    name: { zh: named.name, en: named.nameEn ?? named.name },
    ...(named.code === null ? {} : { code: named.code }),
    ...(named.company === null ? {} : { enterprise: { zh: named.company, en: named.company } }),
    district,
    ...facts,
  }
  const text = JSON.stringify(file, null, 1)
  const read = await readProject({ path: 'project', text }, catalogue)
  if ('project' in read) return read.project
  const lines = text.split('\n')
  return refuse('project.bodyInvalid', {
    errors: read.faults.slice(0, 50).map(({ line, message }) => ({ pointer: pointerAt(lines, line), detail: message })),
  })
}

/** The pointer to what stands in a line of pretty-printed JSON: the keys and places in lists above it, by their indents. */
function pointerAt(lines: readonly string[], line: number): string {
  const steps: { readonly indent: number; readonly step: string | number }[] = []
  for (const text of lines.slice(1, line)) {
    const [, space = '', key] = /^( *)(?:"([^"]+)":|[^ \]}])/.exec(text) ?? []
    if (space === '') continue
    let before: string | number | undefined
    while ((steps.at(-1)?.indent ?? -1) >= space.length) before = steps.pop()?.step
    steps.push({ indent: space.length, step: key ?? (typeof before === 'number' ? before + 1 : 0) })
  }
  const [first, ...rest] = steps.map((s) => s.step)
  const inIdentity = first === 'name' || first === 'code' || first === 'enterprise' || first === 'district'
  return inIdentity ? `/identity/${first}` : `/facts/${[first, ...rest].filter((step) => step !== undefined).join('/')}`
}
