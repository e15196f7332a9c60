import { contracts, type MaterialView, type UploadView } from '@kaigong/contract'
import type { asking } from '../api/asking.ts'
import { ConnectionError } from '../api/transport.ts'
import { sha256 } from './sha256.ts'

const { files } = contracts

/** Read for the hash, sent in parts, then looked at by the server. */
export type Progress = { readonly step: 'reading' | 'sending' | 'checking'; readonly share: number }

/** Where a file goes: a new material for these uses, or the next version of one that is there. */
export type Target = {
  readonly projectId: string
  readonly uses: readonly string[]
  readonly materialId: string | null
}

type How = {
  readonly ask: typeof asking
  readonly onProgress: (progress: Progress) => void
  readonly signal: AbortSignal
  /** Milliseconds between tries when the line breaks; after the last of them the person decides. */
  readonly pauses?: readonly number[]
}

const PIECE = 4 * 1024 * 1024
const USUAL_PAUSES = [1000, 3000, 9000]

/**
 * Uploads a file. What broke off before, in this window or another, goes on where it stopped: the server knows the content by its hash.
 * A part that a broken line may have swallowed is sent again, which does no harm.
 */
export async function sendFile(file: File, { projectId, uses, materialId }: Target, how: How): Promise<MaterialView> {
  const { ask, onProgress, signal } = how
  const hash = await hashOf(file, how)
  const body = { name: file.name, size: file.size, sha256: hash, uses: [...uses], materialId }
  let upload: UploadView = await patiently(how, () => ask(files.begin, { params: { projectId }, body }, { signal }))
  const params = { projectId, uploadId: upload.id }
  while (upload.received < upload.size) {
    onProgress({ step: 'sending', share: upload.received / upload.size })
    const offset = upload.received
    const part = new Uint8Array(await file.slice(offset, offset + upload.partSize).arrayBuffer())
    upload = await patiently(how, () => ask(files.part, { params: { ...params, offset }, body: part }, { signal }))
  }
  onProgress({ step: 'checking', share: 1 })
  return await patiently(how, () => ask(files.finish, { params }, { signal }))
}

async function hashOf(file: File, { onProgress, signal }: How): Promise<string> {
  const hash = sha256()
  for (let at = 0; at < file.size; at += PIECE) {
    signal.throwIfAborted()
    onProgress({ step: 'reading', share: at / file.size })
    hash.take(new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer()))
  }
  return hash.hex()
}

/** Tries again when no answer came; a refusal is an answer. */
async function patiently<T>({ signal, pauses = USUAL_PAUSES }: How, work: () => Promise<T>): Promise<T> {
  for (const pause of pauses) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof ConnectionError) || signal.aborted) throw error
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
  return await work()
}
