import { open } from 'node:fs/promises'
import { type FileKind, fileKinds, type RefusalCode } from '@kaigong/contract'
import { fileTypeFromFile } from 'file-type'
import { archive } from './archive.ts'

/** Formats that are ZIP archives inside. */
const archives = ['zip', 'docx', 'xlsx', 'ofd']

/**
 * Whether a file is what its name says, by its content; undefined where it is. An archive that is locked, broken or would unpack to far
 * too much is refused by what its directory says.
 */
export async function recognise(path: string, size: number, kind: FileKind): Promise<RefusalCode | undefined> {
  const found = (await fileTypeFromFile(path))?.ext ?? ''
  const taken: readonly string[] = fileKinds[kind].found
  if (!archives.includes(found)) return taken.includes(found) ? undefined : 'file.lies'
  const file = await open(path, 'r')
  try {
    const inside = await archive(file, size)
    if (inside === 'bomb') return 'file.bomb'
    if (inside === 'broken' || inside.locked) return 'file.locked'
    // GB/T 33190: an OFD document is an archive with this entry at its root.
    const isOfd = inside.names.includes('OFD.xml')
    return taken.includes(isOfd ? 'ofd' : found) ? undefined : 'file.lies'
  } finally {
    await file.close()
  }
}
