import { type Contract, Problem, type RefusalCode, refusals } from '@kaigong/contract'
import { z } from 'zod'
import { type Json, schemaOf } from './schemas.ts'

/** What one contract says, as an OpenAPI operation. */
export function operationOf(capability: string, name: string, contract: Contract): Json {
  const { params, query, body, out, bytes, may, method, summary } = contract
  return {
    operationId: `${capability}.${name}`,
    tags: [capability],
    summary: `${summary.zh} · ${summary.en}`,
    ...(may === 'anyone' ? { security: [] } : { 'x-right': may, security: securityOf(method) }),
    parameters: [...parametersOf(params, 'path'), ...parametersOf(query, 'query'), ...headersOf(contract)],
    ...(body ? { requestBody: { required: true, content: contentOf(body) } } : {}),
    responses: {
      ...Object.fromEntries(Object.entries(out).map(([status, schema]) => [status, answerOf(schema, bytes)])),
      ...problemsOf(codesOf(contract)),
      default: problem('Any other problem'),
    },
  }
}

/** A session needs its second secret for whatever changes something; a token is enough by itself. */
const securityOf = (method: Contract['method']): readonly Json[] => [
  method === 'GET' ? { session: [] } : { session: [], csrf: [] },
  { token: [] },
]

const headersOf = ({ method, ifMatch }: Contract): readonly Json[] => [
  ...(ifMatch ? [header('If-Match', true, { type: 'string' }, '读取时的 ETag · The ETag that was read')] : []),
  ...(method === 'GET'
    ? []
    : [
        header(
          'Idempotency-Key',
          false,
          { type: 'string', minLength: 8, maxLength: 200 },
          '重复提交得到第一次的答复，保留 24 小时 · A repeat gets the first answer, kept for 24 hours',
        ),
      ]),
]

const header = (name: string, required: boolean, schema: Json, description: string): Json => ({
  name,
  in: 'header',
  required,
  schema,
  description,
})

const contentOf = (body: z.ZodType): Json =>
  body instanceof z.ZodCustom
    ? { 'application/octet-stream': {} }
    : { 'application/json': { schema: schemaOf(body, 'input') } }

function answerOf(schema: z.ZodType | null | undefined, bytes: readonly string[] | undefined): Json {
  if (schema) return { description: 'Done', content: { 'application/json': { schema: schemaOf(schema, 'output') } } }
  if (bytes) return { description: 'A file', content: Object.fromEntries(bytes.map((type) => [type, {}])) }
  return { description: 'Done, nothing to say' }
}

/** The contract's own refusals, and those that come with what it asks for. */
const codesOf = ({ may, ifMatch, query, body, method, refusals: own = [] }: Contract): readonly RefusalCode[] => [
  ...new Set<RefusalCode>([
    ...(may === 'anyone' ? [] : (['signIn.needed'] as const)),
    ...(may === 'anyone' || may === 'signedIn' ? [] : (['right.missing'] as const)),
    ...(method === 'GET' ? [] : (['signIn.forged', 'request.keyReused'] as const)),
    ...(query || body ? (['request.invalid'] as const) : []),
    ...(body ? (['request.malformed', 'request.tooLarge', 'request.wrongType'] as const) : []),
    ...(ifMatch ? (['request.stale', 'request.needsVersion'] as const) : []),
    ...own,
  ]),
]

const problem = (description: string): Json => ({
  description,
  content: { 'application/problem+json': { schema: schemaOf(Problem, 'output') } },
})

/** Problems by status, each with the codes that may come. */
const problemsOf = (codes: readonly RefusalCode[]): Json =>
  Object.fromEntries(
    [...Map.groupBy(codes, (code) => String(refusals[code].status))].map(([status, list]) => [
      status,
      { ...problem(list.map((code) => `${code}: ${refusals[code].title.en}`).join('; ')), 'x-refusals': list },
    ]),
  )

function parametersOf(schema: z.ZodObject | undefined, where: 'path' | 'query'): readonly Json[] {
  return Object.entries(schema?.shape ?? {}).map(([name, each]) => ({
    name,
    in: where,
    required: where === 'path' || !(each as z.ZodType).safeParse(undefined).success,
    schema: schemaOf(each as z.ZodType, 'input'),
  }))
}
