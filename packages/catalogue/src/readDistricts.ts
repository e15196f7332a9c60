import type { z } from 'zod'
import type { FileOfKey } from './checkDistrict.ts'
import { District } from './district.ts'
import type { Fault } from './fault.ts'
import type { Say } from './say.ts'
import type { schemas } from './schemas.ts'

/** One file of a district's folder. */
type DistrictPart = { readonly path: string; readonly value: z.infer<typeof schemas.district> }

/** A district is the sum of the files in its folder; each key stands in one of them. `faults` are those of files that could not be read. */
export function readDistricts(
  parts: readonly DistrictPart[],
  faults: readonly Fault[],
  say: Say,
): readonly { readonly value: District; readonly fileOf: FileOfKey }[] {
  const broken = new Set(faults.map((f) => folderOf(f.file)))
  const folders = Map.groupBy(parts, (p) => folderOf(p.path))
  return [...folders].flatMap(([folder, files]) => {
    const { merged, where } = merge(files, say)
    const result = District.safeParse(merged)
    if (!result.success) {
      // What a broken file says is not missing.
      if (broken.has(folder)) return []
      // Each file fits its part of the schema, so that what is wrong with the whole is what no file says.
      for (const key of new Set(result.error.issues.map((i) => String(i.path[0])))) {
        say(files[0]?.path ?? folder, [], `${folder} 缺少“${key}”`, `${folder} lacks "${key}"`)
      }
      return []
    }
    const code = folder.slice(folder.lastIndexOf('/') + 1)
    if (result.data.code !== code) {
      say(
        where.get('code') ?? folder,
        ['code'],
        `区划代码应与文件夹同名：${code}`,
        `the code must be the folder's name: ${code}`,
      )
    }
    return [{ value: result.data, fileOf: (key) => where.get(key) ?? `${folder}/district.yaml` }]
  })
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'))

/** The keys of all files together, and the file in which each stands; a key that stands twice is told. */
function merge(files: readonly DistrictPart[], say: Say) {
  const merged: Record<string, unknown> = {}
  const where = new Map<string, string>()
  for (const { path, value } of files) {
    for (const [key, content] of Object.entries(value)) {
      const before = where.get(key)
      if (before) {
        say(
          path,
          [key],
          `“${key}”已写在 ${before}，一个区的同一项只写一处`,
          `"${key}" already stands in ${before}; a district says each thing once`,
        )
      }
      where.set(key, path)
      merged[key] = content
    }
  }
  return { merged, where }
}
