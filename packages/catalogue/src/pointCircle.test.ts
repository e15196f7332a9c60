import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { realCatalogue } from './catalogue.fixture.ts'
import type { EdgePoint } from './edge.ts'
import { type Arc, findCircle, nationalArcs } from './pointCircle.ts'

const catalogue = realCatalogue({ readdirSync, readFileSync })
const arc = (from: string, fromPoint: EdgePoint, to: string, toPoint: EdgePoint): Arc => ({
  from,
  fromPoint,
  to,
  toPoint,
  file: 'edges',
  path: [from, to],
})
/** Trail of the circle that these arcs alone make. P09 has the steps plan, notice, listing, one after another. */
const trail = (...arcs: readonly Arc[]) => findCircle(catalogue.matters, arcs)?.trail

describe('the order of points', () => {
  it('runs in no circle on the real edges and gates', () => {
    expect(findCircle(catalogue.matters, nationalArcs(catalogue))).toBeUndefined()
  })
  it('lets two matters wait for one another at different points of their lives', () => {
    expect(trail(arc('A05', 'begun', 'A06', 'submitted'), arc('A06', 'submitted', 'A05', 'decided'))).toBeUndefined()
    expect(trail(arc('A05', 'decided', 'A06', 'submitted'), arc('A06', 'submitted', 'A05', 'begun'))).toBe(
      'A05 → A06 → A05',
    )
  })
  it('knows that a matter is begun, submitted, decided, issued in this order', () => {
    expect(trail(arc('A05', 'issued', 'A05', 'submitted'))).toBe('A05')
    expect(trail(arc('A05', 'begun', 'A05', 'submitted'))).toBeUndefined()
  })
  it('knows the order of a matter’s own steps', () => {
    expect(
      trail(arc('P09', 'step:notice', 'P02', 'begun'), arc('P02', 'issued', 'P09', 'step:listing')),
    ).toBeUndefined()
    expect(trail(arc('P09', 'step:listing', 'P02', 'begun'), arc('P02', 'issued', 'P09', 'step:notice'))).toBe(
      'P02 → P09 → P02',
    )
    expect(trail(arc('P09', 'issued', 'P02', 'begun'), arc('P02', 'issued', 'P09', 'step:plan'))).toBe(
      'P02 → P09 → P02',
    )
  })
  it('blames the last written of the arcs of a circle, not one beside it', () => {
    const arcs = [
      arc('A05', 'issued', 'A06', 'submitted'),
      arc('A06', 'issued', 'A07', 'submitted'),
      arc('A07', 'issued', 'A05', 'submitted'),
      arc('A07', 'issued', 'A08', 'submitted'),
    ]
    expect(findCircle(catalogue.matters, arcs)?.arc).toBe(arcs[2])
  })
})
