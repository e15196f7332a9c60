import { FileKind } from '@kaigong/contract'
import { type Refused, refuse } from '../platform/http/answer.ts'

/** Most bytes of a name in UTF-8, as Linux and Windows can both keep it: 255 is the most for ext4, and a copy may get a suffix. */
const LONGEST = 240

// Control characters, and those that turn the direction of what follows: `报告<U+202E>fdp.exe` reads like a PDF.
const invisible = /[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u

/**
 * A name as it is kept: refused where it holds a path or what cannot be seen; else in one spelling (NFC), without what Windows does not
 * take, and shortened in its stem, on a whole character, where a disk could not keep it.
 */
export function fileName(given: string): { readonly name: string; readonly kind: FileKind } | Refused {
  if (/[/\\]/.test(given) || invisible.test(given) || !given.isWellFormed()) return refuse('file.badName')
  const clean = given
    .normalize('NFC')
    .replace(/[<>:"|?*]/g, '_')
    .trim()
    .replace(/[. ]+$/, '')
  const [, stem = '', ending = ''] = /^(.+)\.([A-Za-z0-9]+)$/s.exec(clean) ?? []
  if (/^\.*\s*$/.test(stem)) return refuse(clean === '' ? 'file.badName' : 'file.kindNotTaken')
  const kind = FileKind.safeParse(ending.toLowerCase())
  if (!kind.success) return refuse('file.kindNotTaken')
  return { name: `${shortened(stem, LONGEST - ending.length - 1)}.${ending}`, kind: kind.data }
}

function shortened(stem: string, most: number): string {
  let bytes = 0
  let kept = ''
  for (const { segment } of new Intl.Segmenter('zh').segment(stem)) {
    bytes += Buffer.byteLength(segment)
    if (bytes > most) return kept.trimEnd()
    kept += segment
  }
  return stem
}
