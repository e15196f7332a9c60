import { readFileSync, statSync } from 'node:fs'
import type { Fault, TextFile } from '@kaigong/catalogue'
import type { Text } from '../terminal/say.ts'

/** What a file should be: its kind in words, and the bytes that none of that kind has; what is far longer is something else. */
export type Expected = { readonly kind: Text; readonly most: number }

/** A project file has some tens of lines and a file of the catalogue some hundreds. */
const yaml: Expected = { kind: { zh: 'YAML 文件', en: 'YAML file' }, most: 1_000_000 }

/** A file of text, under the name by which messages call it; or why it cannot be read as one, with the place where that shows. */
export function readText(
  path: string,
  name: string,
  { kind, most }: Expected = yaml,
): { file: TextFile } | { fault: Fault } {
  const fault = (zh: string, en: string, line = 1, column = 1) => ({
    fault: { file: name, line, column, message: { zh, en } },
  })
  const found = readBytes(path, { kind, most })
  if ('fault' in found) return fault(found.fault.zh, found.fault.en)
  const { bytes } = found
  const bad = firstBadByte(bytes)
  if (bad !== undefined) {
    const before = Buffer.from(bytes.subarray(0, bad)).toString('latin1').split('\n')
    return fault(
      '这里不是 UTF-8 文字：请给出文本文件，用 GBK 存的请另存为 UTF-8',
      'this is no UTF-8 text: name a text file, and save what is in GBK as UTF-8',
      before.length,
      (before.at(-1)?.length ?? 0) + 1,
    )
  }
  return { file: { path: name, text: new TextDecoder().decode(bytes) } }
}

/** A file as it is; or why it cannot be read. */
export function readBytes(
  path: string,
  { kind, most }: Expected,
): { readonly bytes: Uint8Array } | { readonly fault: Text } {
  const fault = (zh: string, en: string) => ({ fault: { zh, en } })
  try {
    const found = statSync(path)
    if (found.isDirectory())
      return fault(`这是文件夹，请给出其中的 ${kind.zh}`, `this is a folder; name the ${kind.en} in it`)
    if (!found.isFile()) return fault(`这不是普通文件，请给出 ${kind.zh}`, `this is no regular file; name a ${kind.en}`)
    if (found.size > most) {
      const size = `${(found.size / 1_000_000).toFixed(1)} MB`
      return fault(
        `文件有 ${size}，最多 ${most / 1_000_000} MB；请确认给的是 ${kind.zh}`,
        `the file has ${size}, at most ${most / 1_000_000} MB is read; check that it is the ${kind.en}`,
      )
    }
    return { bytes: readFileSync(path) }
  } catch (error) {
    return fault(...reason(error))
  }
}

/** Where a file stops being text: a NUL, or bytes that no UTF-8 character has. */
function firstBadByte(bytes: Uint8Array): number | undefined {
  const nul = bytes.indexOf(0)
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const replaced = text.indexOf('\ufffd')
  const broken = replaced === -1 ? -1 : new TextEncoder().encode(text.slice(0, replaced)).length
  const own = broken !== -1 && bytes[broken] === 0xef && bytes[broken + 1] === 0xbf && bytes[broken + 2] === 0xbd
  const places = [nul, own ? -1 : broken].filter((place) => place !== -1)
  return places.length === 0 ? undefined : Math.min(...places)
}

/** Why the machine does not hand a file or folder out, in words. */
export function reason(error: unknown): readonly [zh: string, en: string] {
  const { code, message } = error as NodeJS.ErrnoException
  switch (code) {
    case 'ENOENT':
      return ['没有这个文件，请核对路径', 'there is no such file; check the path']
    case 'ENOTDIR':
      return ['路径中有一段不是文件夹，请核对路径', 'part of the path is no folder; check the path']
    case 'EACCES':
    case 'EPERM':
      return ['没有权限，请核对文件与文件夹的权限', 'permission denied; check the rights of the file and its folder']
    case 'EISDIR':
      return ['这是文件夹，请给出文件', 'this is a folder; name a file']
    case 'ENOSPC':
      return ['磁盘已满，请腾出空间', 'the disk is full; make room']
    case 'EROFS':
      return ['磁盘只读，请换一个位置', 'the disk is read-only; take another place']
    case 'ENAMETOOLONG':
      return ['文件名过长', 'the file name is too long']
    default:
      return [`系统不允许（${message}）`, `the system refuses it (${message})`]
  }
}
