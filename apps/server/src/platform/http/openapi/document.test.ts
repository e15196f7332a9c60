import { type Contract, contracts, refusals } from '@kaigong/contract'
import { beforeAll, describe, expect, it } from 'vitest'
import { openApiDocument } from './document.ts'

type Json = Readonly<Record<string, unknown>>
type Operation = {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean }[]
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Json }>>
  readonly security?: readonly Json[]
}

let document: Json
let operations: readonly { readonly at: string; readonly path: string; readonly operation: Operation }[]
beforeAll(async () => {
  document = JSON.parse(JSON.stringify(await openApiDocument()))
  operations = Object.entries(document.paths as Record<string, Record<string, Operation>>).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ at: `${method} ${path}`, path, operation })),
  )
})

/** Every object in the document with the way to it. */
function* objectsIn(value: unknown, at = '#'): Generator<readonly [string, Json]> {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) yield [at, value as Json]
  for (const [key, part] of Object.entries(value)) yield* objectsIn(part, `${at}/${key}`)
}

const found = (pointer: string): unknown =>
  pointer
    .slice(2)
    .split('/')
    .reduce<unknown>((value, key) => (value as Json | undefined)?.[key.replaceAll('~1', '/')], document)

describe('the OpenAPI document', () => {
  it('is of version 3.1, with a title, a version and paths that begin with a slash', () => {
    expect(document).toMatchObject({ openapi: '3.1.0', info: { title: expect.any(String), version: '1' } })
    expect(Object.keys(document.paths as Json).filter((path) => !/^\/api\/v1\/[^:]*$/.test(path))).toEqual([])
    expect(JSON.parse(JSON.stringify(document))).toEqual(document)
  })

  it('describes every contract once, under a name of its own', () => {
    const names = Object.entries(contracts).flatMap(([capability, group]) =>
      Object.keys(group).map((name) => `${capability}.${name}`),
    )
    expect(operations.map(({ operation }) => operation.operationId).sort()).toEqual(names.sort())
  })

  it('declares the parameters of each address, and no other, and none twice', () => {
    for (const { at, path, operation } of operations) {
      const declared = operation.parameters.filter((p) => p.in === 'path')
      expect([at, declared.map(({ name }) => name).sort()]).toEqual([
        at,
        [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort(),
      ])
      expect([at, declared.every(({ required }) => required)]).toEqual([at, true])
      const keys = operation.parameters.map((p) => `${p.in} ${p.name}`)
      expect([at, new Set(keys).size]).toEqual([at, keys.length])
    }
  })

  it('refers to nothing that is not there', () => {
    const dead = [...objectsIn(document)].filter(
      ([, { $ref }]) => typeof $ref === 'string' && (!$ref.startsWith('#/components/') || found($ref) === undefined),
    )
    expect(dead).toEqual([])
  })

  it('uses only words of JSON Schema in its schemas', () => {
    const words =
      /^(\$ref|type|properties|required|additionalProperties|propertyNames|items|prefixItems|anyOf|oneOf|allOf|not|enum|const|format|pattern|minLength|maxLength|minimum|maximum|exclusiveMinimum|exclusiveMaximum|multipleOf|minItems|maxItems|default|description|title|contentEncoding)$/
    const known = [...objectsIn(document)].filter(
      ([at]) =>
        /\/(schema|schemas\/\w+|items|additionalProperties|(anyOf|oneOf|allOf|prefixItems)\/\d+)$/.test(at) &&
        !/\/(default|example|properties\/\w+\/const)$/.test(at),
    )
    const foreign = known.flatMap(([at, schema]) =>
      Object.keys(schema)
        .filter((key) => !words.test(key) && !/\/properties$/.test(at))
        .map((key) => `${at}: ${key}`),
    )
    expect(known.length).toBeGreaterThan(500)
    expect(foreign).toEqual([])
  })

  it('tells of each operation what may be refused, with the status of that refusal', () => {
    for (const { at, operation } of operations) {
      const [capability = '', name = ''] = operation.operationId.split('.')
      const contract = (contracts as Readonly<Record<string, Readonly<Record<string, Contract>>>>)[capability]?.[name]
      for (const code of contract?.refusals ?? []) {
        const told = operation.responses[refusals[code].status]?.description ?? ''
        expect([at, told]).toEqual([at, expect.stringContaining(`${code}: `)])
      }
      expect([at, Object.keys(operation.responses)]).toEqual([at, expect.arrayContaining(['default'])])
    }
  })

  it('asks for a way to sign in that it declares, except where anyone may ask', () => {
    const schemes = Object.keys((document.components as { securitySchemes: Json }).securitySchemes)
    for (const { at, operation } of operations) {
      const used = (operation.security ?? []).flatMap((each) => Object.keys(each))
      expect([at, used.filter((name) => !schemes.includes(name))]).toEqual([at, []])
    }
    expect(operations.find(({ operation }) => operation.operationId === 'projects.list')?.operation.security).toEqual([
      { session: [] },
      { token: [] },
    ])
  })

  it('shows what a request may leave out, which an answer has', () => {
    const limit = operations
      .find(({ operation }) => operation.operationId === 'projects.list')
      ?.operation.parameters.find(({ name }) => name === 'limit')
    expect(limit).toMatchObject({ required: false, schema: { default: 50, minimum: 1 } })
  })
})
