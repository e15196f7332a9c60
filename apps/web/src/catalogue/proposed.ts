/** A file of a proposal while it is being written; `key` stays while its path is edited. */
export type ProposedFile = { readonly key: string; readonly path: string; readonly text: string }

/**
 * Where a file chosen from a disk most likely belongs: a year is a calendar, the name of a settings file is the district's, and a path
 * that names its folder keeps it. Anything else is left to the person.
 */
export function likelyPath(fileName: string, district: string, settings: readonly string[]): string {
  const name = fileName.replaceAll('\\', '/')
  const rooted = /(?:^|\/)((?:national|calendars|districts)\/.+)$/.exec(name)
  if (rooted?.[1] !== undefined) return rooted[1]
  const [stem = ''] = name.split(/\.ya?ml$/)
  if (/^\d{4}$/.test(stem)) return `calendars/${name}`
  if (settings.includes(stem)) return `districts/${district}/${name}`
  return `national/${name}`
}
