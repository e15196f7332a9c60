import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { codes } from './violation.ts'

it('the README says of every code which question it answers', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const patterns = [...readme.matchAll(/`([a-zA-Z]+|\*)\.([a-zA-Z]+|\*)`/g)].map(([, area, what]) => [area, what])
  const told = (code: string) => {
    const [area, what] = code.split('.')
    return patterns.some(([a, w]) => (a === '*' || a === area) && (w === '*' || w === what))
  }
  expect(codes.filter((code) => !told(code))).toEqual([])
})
