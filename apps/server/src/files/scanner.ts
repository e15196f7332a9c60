import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { connect } from 'node:net'

/** What a scanner finds in a file: nothing, the name of a virus, or no answer that one could rely on. */
export type Found = { readonly clean: true } | { readonly virus: string } | { readonly unanswered: string }

export type Scanner = (path: string) => Promise<Found>

const SILENT_MS = 120_000
const CHUNK = 256 * 1024

/**
 * A virus scanner that speaks ClamAV's protocol: `zINSTREAM`, the content in chunks each behind its length (4 bytes, big-endian), a length
 * of 0; the answer ends with NUL. Only the very words `stream: OK` mean clean: whatever else happens, the file counts as not scanned.
 */
export const clamScanner =
  (host: string, port: number): Scanner =>
  async (path) => {
    const socket = connect({ host, port })
    const answer = new Promise<Found>((resolve) => {
      let said = ''
      socket.setTimeout(SILENT_MS, () => resolve({ unanswered: 'silent' }))
      socket.on('data', (bytes) => {
        said += bytes.toString('utf8')
        // More than any answer has: not a scanner.
        if (said.includes('\0') || said.length > 4096) resolve(meaningOf(said))
      })
      socket.on('error', (error) => resolve({ unanswered: error.message }))
      socket.on('close', () => resolve(meaningOf(said)))
    })
    try {
      // A scanner may answer, or hang up, before all was sent.
      await Promise.race([send(socket, path), answer])
      return await answer
    } finally {
      socket.destroy()
    }
  }

async function send(socket: ReturnType<typeof connect>, path: string): Promise<void> {
  const write = async (bytes: Uint8Array) => {
    if (!socket.destroyed && !socket.write(bytes))
      await Promise.race([once(socket, 'drain').catch(() => undefined), once(socket, 'close')])
  }
  await write(Buffer.from('zINSTREAM\0'))
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
    if (socket.destroyed) return
    await write(lengthOf(chunk.length))
    await write(chunk)
  }
  await write(lengthOf(0))
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes)
  return length
}

function meaningOf(said: string): Found {
  const line = said.split('\0', 1)[0]?.trim() ?? ''
  if (said.includes('\0') && line === 'stream: OK') return { clean: true }
  const [, virus] = /^stream: (.+) FOUND$/.exec(line) ?? []
  return virus === undefined ? { unanswered: line === '' ? 'no answer' : line } : { virus }
}
