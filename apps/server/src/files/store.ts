import { randomUUID } from 'node:crypto'
import { copyFile, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import type { DistrictCode } from '@kaigong/contract'

/** Where whole files lie, under keys without any name in them. */
export type Shelf = {
  readonly has: (key: string) => Promise<boolean>
  /** Puts a file of this machine there: whole or not at all, whenever the machine stops. */
  readonly put: (key: string, path: string, size: number) => Promise<void>
  /** The content; throws where it is not there or the shelf cannot be reached. */
  readonly read: (key: string) => Promise<Readable>
}

/** Whole files under their hash, once in a district; what is still coming in a folder of this machine. */
export type FileStore = {
  readonly keep: (district: DistrictCode, sha256: string, path: string, size: number) => Promise<void>
  readonly read: (district: DistrictCode, sha256: string) => Promise<Readable>
  /** Where an upload is put together. */
  readonly partial: (district: DistrictCode, upload: string) => string
  /** Bytes of an upload that lie there. */
  readonly arrived: (district: DistrictCode, upload: string) => Promise<number>
  readonly write: (district: DistrictCode, upload: string, offset: number, bytes: Uint8Array) => Promise<void>
  readonly forget: (district: DistrictCode, upload: string) => Promise<void>
}

export function fileStore(shelf: Shelf, uploads: string): FileStore {
  const partial = (district: DistrictCode, upload: string) => join(uploads, district, upload)
  return {
    keep: async (district, sha256, path, size) => {
      const key = keyOf(district, sha256)
      if (!(await shelf.has(key))) await shelf.put(key, path, size)
    },
    read: (district, sha256) => shelf.read(keyOf(district, sha256)),
    partial,
    arrived: async (district, upload) => (await statOf(partial(district, upload)))?.size ?? 0,
    write: async (district, upload, offset, bytes) => {
      await mkdir(join(uploads, district), { recursive: true, mode: 0o700 })
      const file = await open(partial(district, upload), offset === 0 ? 'w' : 'r+', 0o600)
      try {
        await file.write(bytes, 0, bytes.length, offset)
      } finally {
        await file.close()
      }
    },
    forget: (district, upload) => rm(partial(district, upload), { force: true }),
  }
}

const keyOf = (district: DistrictCode, sha256: string): string => `${district}/${sha256.slice(0, 2)}/${sha256}`

/** A folder of this machine, or one that several machines mount. */
export const localShelf = (folder: string): Shelf => ({
  has: async (key) => (await statOf(join(folder, key)))?.isFile() ?? false,
  put: async (key, path) => {
    const place = join(folder, key)
    // Written beside its place and moved there: two who put the same file are no trouble to each other.
    const beside = `${place}.${randomUUID()}`
    await mkdir(dirname(place), { recursive: true, mode: 0o700 })
    try {
      await copyFile(path, beside)
      await flush(beside)
      await rename(beside, place)
    } finally {
      await rm(beside, { force: true })
    }
  },
  read: async (key) => (await open(join(folder, key), 'r')).createReadStream(),
})

/** What the disk only promised to write is written when this returns. */
async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

const statOf = (path: string) =>
  stat(path).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  })
