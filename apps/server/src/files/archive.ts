import type { FileHandle } from 'node:fs/promises'

/** What the directory of an archive says of what is in it. Nothing is ever unpacked here. */
type Directory = {
  readonly names: readonly string[]
  /** Bytes that all entries together unpack to. */
  readonly unpacked: number
  readonly locked: boolean
}

const END = 0x06054b50
const ENTRY = 0x02014b50
/** The end of an archive with the longest comment. */
const LONGEST_END = 22 + 0xffff

const MOST_ENTRIES = 10_000
const MOST_UNPACKED = 4 * 1024 ** 3
/** An archive may unpack to so many times its size; drawings and sheets come to 20, a bomb to a thousand and more. */
const MOST_TIMES = 100
/** Below this no ratio is worth a refusal. */
const SMALL = 50 * 1024 ** 2
/** Its directory is read at once: so many entries with long names. */
const LONGEST_DIRECTORY = 8 * 1024 ** 2

/**
 * Looks into the directory of a ZIP archive (APPNOTE 4.3): sizes, names, encryption.
 * @returns 'broken' where there is none to be read whole, 'bomb' where it says that far too much would come out.
 */
export async function archive(file: FileHandle, size: number): Promise<Directory | 'broken' | 'bomb'> {
  const tail = await bytesAt(file, Math.max(0, size - LONGEST_END), Math.min(size, LONGEST_END))
  const end = endIn(tail)
  if (!end) return 'broken'
  // 65535 and 4294967295 stand for "see the 64-bit record": more than any archive taken here has, or says so without need.
  if (end.entries > MOST_ENTRIES || end.length > LONGEST_DIRECTORY) return 'bomb'
  if (end.offset + end.length > size) return 'broken'
  const found = entriesIn(await bytesAt(file, end.offset, end.length), end.entries)
  if (found === 'broken') return 'broken'
  const tooMuch = found.unpacked > MOST_UNPACKED || (found.unpacked > SMALL && found.unpacked > size * MOST_TIMES)
  return tooMuch ? 'bomb' : found
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  const { bytesRead } = await file.read(bytes, 0, length, position)
  return bytes.subarray(0, bytesRead)
}

/** The record at the end, whose comment must reach exactly to the end of the file. */
function endIn(tail: Buffer) {
  for (let at = tail.length - 22; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== END || at + 22 + tail.readUInt16LE(at + 20) !== tail.length) continue
    return {
      entries: tail.readUInt16LE(at + 10),
      length: tail.readUInt32LE(at + 12),
      offset: tail.readUInt32LE(at + 16),
    }
  }
  return undefined
}

function entriesIn(directory: Buffer, count: number): Directory | 'broken' {
  const names: string[] = []
  let unpacked = 0
  let locked = false
  let at = 0
  for (let i = 0; i < count; i++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== ENTRY) return 'broken'
    const nameLength = directory.readUInt16LE(at + 28)
    if ((directory.readUInt16LE(at + 8) & 1) === 1) locked = true
    unpacked += directory.readUInt32LE(at + 24)
    names.push(directory.toString('utf8', at + 46, at + 46 + nameLength))
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return { names, unpacked, locked }
}
