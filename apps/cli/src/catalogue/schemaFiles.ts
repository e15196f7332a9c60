import { jsonSchemas } from '@kaigong/catalogue'
import { planJsonSchema } from '@kaigong/planner'

/** The JSON Schemas that stand in `catalogue/schema/`, by file name: one a kind of file, and the plan as `--format json` prints it. */
export async function schemaFiles(): Promise<ReadonlyMap<string, string>> {
  const all = { ...(await jsonSchemas()), plan: await planJsonSchema() }
  return new Map(
    Object.entries(all).map(([name, schema]) => [`${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`]),
  )
}
