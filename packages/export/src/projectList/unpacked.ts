import type { Text } from '../words.ts'

const MOST_BYTES = 100_000_000
const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const END_SIZE = 22
const ENTRY_SIZE = 46
const LONGEST_COMMENT = 0xffff
/** Stands for a size that is written elsewhere: only files of more than 4 GB need that. */
const ELSEWHERE = 0xffffffff
const DEFLATED = 8
/** An empty file takes two bytes when deflated. */
const EMPTY_DEFLATED = 2

/**
 * Why a file is not worth unpacking, or undefined. What it would unpack to is summed from its directory first, because 1.5 MB
 * can hold 3 GB. The directory binds the reader (hucre stops an entry at its declared size), except where it declares nothing:
 * such an entry is refused too.
 */
export function refusedBeforeUnpacking(bytes: Uint8Array): Text | undefined {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    return {
      zh: '这是旧版 .xls 或加了密码的工作簿，无法读取。请用表格软件打开，去掉密码，另存为 .xlsx 后再上传',
      en: 'This is an old .xls or a workbook with a password. Open it, remove the password, save it as .xlsx and upload that',
    }
  const size = unpackedSize(bytes)
  if (size === undefined)
    return {
      zh: '这不是 .xlsx 工作簿，或文件不完整。请用表格软件另存为 .xlsx 后再上传',
      en: 'This is no .xlsx workbook, or not a whole one. Save it as .xlsx and upload that',
    }
  if (size > MOST_BYTES)
    return {
      zh: '工作簿解开后超过 100 MB，不予读取。请删去图片和多余的工作表，只留项目清单',
      en: 'Unpacked this workbook takes more than 100 MB. Remove pictures and other sheets and leave only the list',
    }
  return undefined
}

/** Bytes that all entries take by the zip's directory; infinite where it does not say; undefined for what is no zip. */
function unpackedSize(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(view)
  if (end === undefined) return undefined
  const entries = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  let sum = 0
  for (let i = 0; i < entries; i += 1) {
    if (at + ENTRY_SIZE > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) return undefined
    sum += entrySize(view, at)
    at += ENTRY_SIZE + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return sum
}

function entrySize(view: DataView, at: number): number {
  const writtenAfterData = (view.getUint16(at + 8, true) & 8) !== 0
  const packed = view.getUint32(at + 20, true)
  const size = view.getUint32(at + 24, true)
  if (packed === ELSEWHERE || size === ELSEWHERE) return Number.POSITIVE_INFINITY
  if (view.getUint16(at + 10, true) !== DEFLATED || size > 0) return Math.max(size, packed)
  return packed > EMPTY_DEFLATED || (writtenAfterData && packed === 0) ? Number.POSITIVE_INFINITY : 0
}

function endOfDirectory(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT)
  for (let at = view.byteLength - END_SIZE; at >= first; at -= 1)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  return undefined
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, i) => bytes[i] === byte)
