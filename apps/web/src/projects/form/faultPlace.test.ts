import { expect, it } from 'vitest'
import { faultPlace, groupOfFault } from './faultPlace.ts'

it('a fault leads to its field, in the project, in a phase, in a list', () => {
  expect(
    [
      '/identity/code',
      '/facts/facts/energyTce/value',
      '/facts/phases/1/facts/floorAreaM2',
      '/facts/phases/1/notBefore',
      '/facts/phases/0/parcels/1',
      '/facts/ready/3/on',
      '/facts/done/0',
      '/facts/land/day',
    ].map(faultPlace),
  ).toEqual([
    'identity-code',
    'fact-energyTce',
    'fact-phases-1-floorAreaM2',
    'phases-1-notBefore',
    'phases-0-parcels',
    'ready-3-on',
    'done-0-on',
    'land-day',
  ])
})

it('a fault in a folded group of questions opens the group', () => {
  const facts = [{ id: 'energyTce', group: 'energy' }]
  expect(
    [
      '/facts/facts/energyTce/value',
      '/facts/tracks/A07',
      '/facts/done/0',
      '/facts/phases/0/name',
      '/identity/code',
    ].map((pointer) => groupOfFault(pointer, facts)),
  ).toEqual(['energy', 'tracks', 'done', undefined, undefined])
})
