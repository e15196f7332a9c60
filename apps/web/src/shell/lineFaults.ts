/** One thing wrong in a text file: where, and what in the words of the server. `line` counts from 1; null where the whole file is meant. */
export type LineFault = { readonly path: string; readonly line: number | null; readonly says: string }

const PLACE = /^([^:\s]+\.ya?ml)(?::(\d+)(?::(\d+))?)?[:：]\s*/

/**
 * Takes the faults of a refused catalogue apart, `districts/320413/lights.yaml:7:3: …`, so that each can be shown at its line.
 * What does not name a file keeps all its words under the empty path.
 */
export function lineFaults(errors: readonly { readonly detail: string }[]): readonly LineFault[] {
  return errors.map(({ detail }) => {
    const found = PLACE.exec(detail)
    if (!found) return { path: '', line: null, says: detail }
    const [place, path = '', line] = found
    return { path, line: line === undefined ? null : Number(line), says: detail.slice(place.length) }
  })
}
