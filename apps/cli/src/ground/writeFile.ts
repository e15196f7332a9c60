import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Text } from '../terminal/say.ts'
import { reason } from './readText.ts'

/** Writes beside and moves into place, so that nobody ever finds half a file; what keeps it from being written is said. */
export function writeFile(path: string, content: string | Uint8Array): Text | undefined {
  const wrong = ([zh, en]: readonly [string, string]): Text => ({
    zh: `写不成“${path}”：${zh}。`,
    en: `"${path}" cannot be written: ${en}.`,
  })
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
    return wrong(['这是文件夹，请写文件名', 'it is a folder; name a file'])
  const folder = dirname(path)
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    return wrong([`没有文件夹 ${folder}，请先建立`, `there is no folder ${folder}; make it first`])
  const beside = join(folder, `.${basename(path)}.${process.pid}.part`)
  try {
    writeFileSync(beside, content)
    renameSync(beside, path)
    return undefined
  } catch (error) {
    rmSync(beside, { force: true })
    return wrong(reason(error))
  }
}
