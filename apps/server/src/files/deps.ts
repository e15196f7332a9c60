import type { Deps } from '../platform/deps.ts'
import type { Scanner } from './scanner.ts'
import type { FileStore } from './store.ts'

/** What materials stand on beside the rest. */
export type FileDeps = Deps & {
  readonly files: FileStore
  /** null where no scanner is set: then files are taken unscanned, and say so. */
  readonly scanner: Scanner | null
}
