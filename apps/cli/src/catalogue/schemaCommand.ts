import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { ownCatalogue } from '../ground/loadCatalogue.ts'
import { notACatalogue } from '../ground/openCatalogue.ts'
import { reason } from '../ground/readText.ts'
import { writeFile } from '../ground/writeFile.ts'
import { badInput } from '../terminal/answer.ts'
import type { Text } from '../terminal/say.ts'
import type { Run } from '../usage/command.ts'
import { schemaFiles } from './schemaFiles.ts'

/** `catalogue schema [DIR]`: writes the JSON Schemas of all kinds of files beside the catalogue. */
export const schemaCommand: Run = async ({ operands: [folder], options, lang }) => {
  const refused = notACatalogue(folder, lang)
  if (refused) return refused
  const target = join(folder ?? ownCatalogue, 'schema')
  const files = await schemaFiles()
  const wrong =
    madeFolder(target) ?? [...files].map(([name, text]) => writeFile(join(target, name), text)).find((w) => w)
  if (wrong) return badInput(wrong, lang)
  if (options.format === 'json')
    return { exit: 0, out: `${JSON.stringify({ folder: target, written: [...files.keys()] }, null, 2)}\n` }
  return {
    exit: 0,
    out:
      lang === 'zh'
        ? `已写出 ${files.size} 份 JSON Schema 到 ${target}\n`
        : `${files.size} JSON Schemas written to ${target}\n`,
  }
}

function madeFolder(path: string): Text | undefined {
  try {
    mkdirSync(path, { recursive: true })
    return undefined
  } catch (error) {
    const [zh, en] = reason(error)
    return { zh: `建不成文件夹“${path}”：${zh}。`, en: `The folder "${path}" cannot be made: ${en}.` }
  }
}
