import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Action, type Contract, contracts, Role, reachOf, refusals, rights } from './index.ts'

const all: readonly (readonly [string, Contract])[] = Object.entries(contracts).flatMap(([capability, group]) =>
  Object.entries(group).map(([name, contract]) => [`${capability}.${name}`, contract] as const),
)

describe('the contract of the server', () => {
  it('gives every address and method to one contract only', () => {
    const addresses = all.map(([, { method, path }]) => `${method} ${path.replace(/:\w+/g, ':')}`)
    expect(addresses.filter((address, i) => addresses.indexOf(address) !== i)).toEqual([])
  })

  it.each(all)('%s names each parameter of its address, and no other', (_, { path, params }) => {
    const named = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name).sort()
    expect(Object.keys(params?.shape ?? {}).sort()).toEqual(named)
  })

  it.each(all)('%s refuses fields that it does not know', (_, { body }) => {
    if (!(body instanceof z.ZodObject)) return
    expect(body.safeParse({ nobodyAskedForThis: 1 }).error?.issues.map((i) => i.code)).toContain('unrecognized_keys')
  })

  it.each(all)('%s says in both languages what it is for', (_, { summary }) => {
    expect(summary.zh).toMatch(/\p{Script=Han}/u)
    expect(summary.en).toMatch(/^[A-Z][^\p{Script=Han}]*$/u)
  })

  it.each(all.filter(([, c]) => c.method !== 'GET'))('%s can be asked for by somebody', (_, { may }) => {
    if (may === 'anyone' || may === 'signedIn') return
    expect(Role.options.filter((role) => reachOf([role], may))).not.toEqual([])
  })

  it('only asks for a version where something is changed', () => {
    expect(all.filter(([, c]) => c.ifMatch && c.method === 'GET')).toEqual([])
  })
})

describe('refusals', () => {
  it.each(Object.entries(refusals))(
    '%s says what happened and what to do, in both languages',
    (_, { status, title, todo }) => {
      expect(status).toBeGreaterThanOrEqual(400)
      for (const text of [title, todo]) {
        expect(text.zh).toMatch(/\p{Script=Han}/u)
        expect(text.en).not.toMatch(/\p{Script=Han}/u)
      }
      expect(todo.zh).toMatch(/。$/)
      expect(todo.en).toMatch(/\.$/)
    },
  )
})

describe('rights', () => {
  it('of several roles the widest reach holds', () => {
    expect(reachOf(['companyUser', 'helper', 'coordinator'], 'project.read')).toBe('district')
    expect(reachOf(['companyUser', 'intermediary'], 'project.read')).toBe('involved')
    expect(reachOf(['companyUser'], 'project.write')).toBeUndefined()
  })

  it('give every action to somebody, and nobody an action that does not exist', () => {
    const given = new Set(Role.options.flatMap((role) => Object.keys(rights[role])))
    expect([...given].sort()).toEqual([...Action.options].sort())
  })

  it('let only an agency’s own people countersign, and only the task force adopt', () => {
    expect(Role.options.filter((role) => reachOf([role], 'plan.countersign'))).toEqual(['agencyHead', 'officer'])
    expect(Role.options.filter((role) => reachOf([role], 'plan.adopt'))).toEqual(['coordinator'])
  })

  it('keep companies, intermediaries and utilities to their own projects', () => {
    expect(reachOf(['companyUser'], 'project.read')).toBe('company')
    expect(reachOf(['intermediary'], 'project.read')).toBe('involved')
    expect(reachOf(['utility'], 'plan.read')).toBe('involved')
  })

  it('show the public no project, and whoever runs the machine none either', () => {
    expect(reachOf(['public'], 'project.read')).toBeUndefined()
    expect(reachOf(['systemAdministrator'], 'project.read')).toBeUndefined()
  })
})
