/** The JSON Schema of a plan, as `catalogue/schema/plan.schema.json` publishes it. The schema library is only loaded for this. */
export async function planJsonSchema(): Promise<unknown> {
  const [{ z }, { Plan }] = await Promise.all([import('zod'), import('./plan.ts')])
  return z.toJSONSchema(Plan)
}
