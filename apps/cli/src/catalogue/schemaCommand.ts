import { join } from 'node:path'
import { jsonSchemas } from '@kaigong/catalogue'
import { planJsonSchema } from '@kaigong/planner'
import { ownCatalogue } from '../ground/loadCatalogue.ts'
import { notACatalogue } from '../ground/openCatalogue.ts'
import { writeFile } from '../ground/writeFile.ts'
import { badInput } from '../terminal/answer.ts'
import type { Run } from '../usage/command.ts'

/** The files of `catalogue/schema/` by name, as they have to be for the schemas of today. */
export async function schemaFiles(): Promise<ReadonlyMap<string, string>> {
  const all = { ...(await jsonSchemas()), plan: await planJsonSchema() }
  return new Map(
    Object.entries(all).map(([name, schema]) => [`${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`]),
  )
}

/** `catalogue schema [DIR]`: writes the JSON Schemas of all kinds of files beside the catalogue. */
export const schemaCommand: Run = async ({ operands: [folder], options, lang }) => {
  const refused = notACatalogue(folder, lang)
  if (refused) return refused
  const files = await schemaFiles()
  const target = join(folder ?? ownCatalogue, 'schema')
  for (const [name, content] of files) {
    const wrong = writeFile(join(target, name), content)
    if (wrong) return badInput(wrong, lang)
  }
  if (options['format'] === 'json') return { exit: 0, out: `${JSON.stringify([...files.keys()], null, 2)}\n` }
  return {
    exit: 0,
    out:
      lang === 'zh'
        ? `已写出 ${files.size} 份 JSON Schema 到 ${target}\n`
        : `${files.size} JSON Schemas written to ${target}\n`,
  }
}
