import { PassThrough, type Readable } from 'node:stream'
import { ZipFile } from 'yazl'

/** An entry of an archive: bytes that are here, or a stream that is opened when its turn comes. */
export type Entry =
  | { readonly path: string; readonly bytes: Buffer }
  | { readonly path: string; readonly size: number; readonly open: () => Promise<Readable> }

/** Entries as one archive, streamed: of large papers never more than a piece is held. All bear the moment that is handed in. */
export function archiveOf(entries: readonly Entry[], at: Temporal.Instant): Readable {
  const zip = new ZipFile()
  const out = new PassThrough()
  // biome-ignore lint/style/noRestrictedGlobals: the library takes nothing else
  const mtime = new Date(at.epochMilliseconds)
  for (const entry of entries) {
    if ('bytes' in entry) zip.addBuffer(entry.bytes, entry.path, { mtime })
    else
      zip.addReadStreamLazy(entry.path, { mtime, size: entry.size }, (done) => {
        entry.open().then(
          (stream) => done(null, stream),
          (error: unknown) => zip.emit('error', error),
        )
      })
  }
  // A paper that cannot be read any more breaks the download off; a shorter archive would look whole.
  zip.on('error', (error) => out.destroy(error as Error))
  zip.outputStream.pipe(out)
  zip.end()
  return out
}

/** A name as it can stand in a path inside of an archive: no folders, nothing that a system takes for something else. */
export const plainName = (name: string): string =>
  name
    .normalize('NFC')
    .replaceAll(/[\p{Cc}/\\:*?"<>|]/gu, '_')
    .replace(/^\.+/, '_')
    .slice(0, 120) || '_'
