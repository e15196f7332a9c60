import { createHash } from 'node:crypto'
import { type AskedOf, contracts, type MaterialView, type ProjectId, type UploadView } from '@kaigong/contract'
import { said } from '../plans/planned.fixture.ts'
import type { Asker } from '../product.fixture.ts'

const { files } = contracts
type Begun = AskedOf<typeof files.begin>['body']

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** A page of PDF, told from others by what it says. */
export const pdfOf = (text: string): Buffer => Buffer.from(`%PDF-1.7\n% ${text}\n%%EOF\n`)

/** What a browser says of a file when it begins. */
export const announced = (name: string, bytes: Uint8Array, more: Partial<Begun> = {}): Begun => ({
  name,
  size: bytes.length,
  sha256: sha256Of(bytes),
  uses: [],
  materialId: null,
  ...more,
})

export const begun = async (who: Asker, projectId: ProjectId, body: Begun): Promise<UploadView> =>
  said(await who.ask(files.begin, { params: { projectId }, body }))

export const part = (who: Asker, projectId: ProjectId, { id }: Pick<UploadView, 'id'>, offset: number, body: Buffer) =>
  who.ask(files.part, { params: { projectId, uploadId: id, offset }, body: new Uint8Array(body) })

export const finish = (who: Asker, projectId: ProjectId, { id }: Pick<UploadView, 'id'>) =>
  who.ask(files.finish, { params: { projectId, uploadId: id } })

/** Begun and come whole, in one part; not finished. */
export async function sent(
  who: Asker,
  projectId: ProjectId,
  name: string,
  bytes: Buffer,
  more: Partial<Begun> = {},
): Promise<UploadView> {
  const upload = await begun(who, projectId, announced(name, bytes, more))
  said(await part(who, projectId, upload, 0, bytes))
  return upload
}

export const uploaded = async (...[who, projectId, ...rest]: Parameters<typeof sent>): Promise<MaterialView> =>
  said(await finish(who, projectId, await sent(who, projectId, ...rest)))

type Entry = { readonly name: string; readonly content?: string; readonly claims?: number; readonly locked?: boolean }

/** An archive of stored entries; its directory may claim that an entry unpacks to more than it does. */
export function zipOf(entries: readonly Entry[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content = '', claims, locked = false } of entries) {
    const [bytes, named, flags] = [Buffer.from(content), Buffer.from(name), 0x0800 | (locked ? 1 : 0)]
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50)
    local.writeUInt16LE(20, 4)
    local.writeUInt16LE(flags, 6)
    local.writeUInt32LE(bytes.length, 18)
    local.writeUInt32LE(bytes.length, 22)
    local.writeUInt16LE(named.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50)
    entry.writeUInt16LE(20, 6)
    entry.writeUInt16LE(flags, 8)
    entry.writeUInt32LE(bytes.length, 20)
    entry.writeUInt32LE(claims ?? bytes.length, 24)
    entry.writeUInt16LE(named.length, 28)
    entry.writeUInt32LE(offset, 42)
    locals.push(local, named, bytes)
    directory.push(entry, named)
    offset += 30 + named.length + bytes.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, listed, end])
}
