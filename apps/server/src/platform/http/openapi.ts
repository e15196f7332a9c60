import { type Contract, contracts, PlanDocument, Problem, type RefusalCode, refusals } from '@kaigong/contract'
import { planJsonSchema } from '@kaigong/planner'
import { z } from 'zod'
import { API } from './app.ts'

type Json = Record<string, unknown>

/** The OpenAPI 3.1 document, made from the same contracts that check requests. */
export async function openApiDocument(): Promise<Json> {
  const paths: Record<string, Json> = {}
  for (const [capability, group] of Object.entries(contracts)) {
    for (const [name, contract] of Object.entries(group) as [string, Contract][]) {
      const path = `${API}${contract.path.replace(/:(\w+)/g, '{$1}')}`
      paths[path] = { ...paths[path], [contract.method.toLowerCase()]: operationOf(capability, name, contract) }
    }
  }
  const { $schema: _, ...plan } = (await planJsonSchema()) as Json
  return {
    openapi: '3.1.0',
    info: {
      title: 'Kaigong 开工',
      version: '1',
      description:
        'Approval plans computed from the law, and the people who carry them out. Every refusal is a problem (RFC 9457) whose type leads to its explanation.',
    },
    tags: Object.keys(contracts).map((name) => ({ name })),
    paths,
    components: {
      schemas: { Plan: plan, Problem: schemaOf(Problem, 'output') },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'kaigong' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
    security: [{ session: [] }, { token: [] }],
  }
}

function operationOf(capability: string, name: string, contract: Contract): Json {
  const { params, query, body, out, bytes, refusals: own = [], may, ifMatch, method, summary } = contract
  const isBytes = body !== undefined && !(body instanceof z.ZodType && isJson(body))
  return {
    operationId: `${capability}.${name}`,
    tags: [capability],
    summary: `${summary.zh} · ${summary.en}`,
    ...(may === 'anyone' ? { security: [] } : { 'x-right': may }),
    parameters: [
      ...parametersOf(params, 'path'),
      ...parametersOf(query, 'query'),
      ...(ifMatch
        ? [
            {
              name: 'If-Match',
              in: 'header',
              required: true,
              schema: { type: 'string' },
              description: 'The ETag that was read',
            },
          ]
        : []),
      ...(method === 'GET'
        ? []
        : [
            {
              name: 'Idempotency-Key',
              in: 'header',
              required: false,
              schema: { type: 'string', minLength: 8, maxLength: 200 },
            },
          ]),
    ],
    ...(body
      ? {
          requestBody: {
            required: true,
            content: isBytes
              ? { 'application/octet-stream': {} }
              : { 'application/json': { schema: schemaOf(body, 'input') } },
          },
        }
      : {}),
    responses: {
      ...Object.fromEntries(Object.entries(out).map(([status, schema]) => [status, answerOf(schema, bytes)])),
      ...problemsOf([
        ...own,
        'request.invalid',
        ...(may === 'anyone' ? [] : (['signIn.needed', 'right.missing'] as const)),
        ...(ifMatch ? (['request.stale', 'request.needsVersion'] as const) : []),
      ]),
    },
  }
}

const isJson = (body: z.ZodType): boolean => !(body instanceof z.ZodCustom)

const answerOf = (schema: z.ZodType | null | undefined, bytes: readonly string[] | undefined): Json => ({
  description: schema ? 'Done' : bytes ? 'A file' : 'Done, nothing to say',
  ...(schema
    ? { content: { 'application/json': { schema: schemaOf(schema, 'output') } } }
    : bytes
      ? { content: Object.fromEntries(bytes.map((type) => [type, {}])) }
      : {}),
})

/** Problems by status, each with the codes that may come. */
function problemsOf(codes: readonly RefusalCode[]): Json {
  const byStatus = Map.groupBy(new Set(codes), (code) => String(refusals[code].status))
  return Object.fromEntries(
    [...byStatus].map(([status, list]) => [
      status,
      {
        description: list.map((code) => `${code}: ${refusals[code].title.en}`).join('; '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  )
}

function parametersOf(schema: z.ZodObject | undefined, where: 'path' | 'query'): readonly Json[] {
  if (!schema) return []
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, each]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: each,
  }))
}

/** A schema as JSON Schema; a whole plan is named, for its schema is the planner's. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const {
    $schema: _,
    $defs: __,
    ...rest
  } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if ((zodSchema as unknown) === PlanDocument)
        Object.assign(jsonSchema, { $ref: '#/components/schemas/Plan', id: undefined })
    },
    reused: 'inline',
  }) as Json
  return JSON.parse(JSON.stringify(rest).replaceAll('#/$defs/Plan', '#/components/schemas/Plan')) as Json
}
