import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'

/** A scanner that speaks ClamAV's INSTREAM and calls a virus what holds `EICAR`; or answers something else, or nothing. */
export async function fakeScanner(answer?: string) {
  const heard: Buffer[] = []
  const server = createServer((socket) => {
    let bytes: Buffer = Buffer.alloc(0)
    socket.on('error', () => undefined)
    socket.on('data', (more: Buffer) => {
      bytes = Buffer.concat([bytes, more])
      const content = contentIn(bytes)
      if (!content) return
      heard.push(content)
      socket.end(answer ?? (content.includes('EICAR') ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0'))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    heard,
    close: async () => {
      server.close()
      await once(server, 'close')
    },
  }
}

/** What came between the command and the length of 0; undefined while that has not come. */
function contentIn(bytes: Buffer): Buffer | undefined {
  const command = Buffer.from('zINSTREAM\0')
  if (!bytes.subarray(0, command.length).equals(command)) return undefined
  const chunks: Buffer[] = []
  for (let at = command.length; at + 4 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    if (length === 0) return Buffer.concat(chunks)
    chunks.push(bytes.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return undefined
}
