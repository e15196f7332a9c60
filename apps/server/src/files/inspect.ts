import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { FileKind } from '@kaigong/contract'
import { type Refused, refuse } from '../platform/http/answer.ts'
import { recognise } from './recognise.ts'
import type { Scanner } from './scanner.ts'

type Promised = { readonly size: number; readonly sha256: string; readonly kind: FileKind }

/** What became of the look at a file: it may be taken, or not; one that may be looked at again is kept. */
export type Inspected =
  | { readonly scanned: boolean }
  | { readonly refusal: Refused; readonly again: boolean; readonly virus?: string }

/** Looks at a file that has come whole: size, hash, what its content is, viruses. In this order, the cheap before the dear. */
export async function inspect(path: string, promised: Promised, scanner: Scanner | null): Promise<Inspected> {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  )
  if (size !== promised.size || (await sha256Of(path)) !== promised.sha256)
    return { refusal: refuse('file.wrongHash'), again: false }
  const refused = await recognise(path, size, promised.kind)
  if (refused) return { refusal: refuse(refused), again: false }
  if (!scanner) return { scanned: false }
  const found = await scanner(path)
  if ('clean' in found) return { scanned: true }
  if ('virus' in found) return { refusal: refuse('file.infected'), again: false, virus: plain(found.virus) }
  return { refusal: refuse('file.notScanned'), again: true }
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

/** A scanner names what it likes; what is kept for ever is printable and short. */
const plain = (virus: string): string => virus.replace(/[^\x20-\x7e]/g, '?').slice(0, 80)
