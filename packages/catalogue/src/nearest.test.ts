import { expect, it } from 'vitest'
import { nearest } from './nearest.ts'

const facts = ['energyTce', 'elecKWhYear', 'landAreaHm2', 'landSource', 'newBuild']

it.each([
  ['energyTcee', 'energyTce'],
  ['EnergyTCE', 'energyTce'],
  ['landArea', 'landAreaHm2'],
  ['landsource', 'landSource'],
  ['newbuilds', 'newBuild'],
  ['elec', 'elecKWhYear'],
])('%s was probably meant to be %s', (word, meant) => {
  expect(nearest(word, facts)).toBe(meant)
})

it('nothing is suggested for a word like none of them', () => {
  expect(nearest('voc', facts)).toBeUndefined()
  expect(nearest('temperature', facts)).toBeUndefined()
  expect(nearest('', facts)).toBeUndefined()
  expect(nearest('la', facts)).toBeUndefined()
  expect(nearest('energyTce', [])).toBeUndefined()
})

it('of two that are equally near the first is suggested', () => {
  expect(nearest('A00', ['A01', 'A02'])).toBe('A01')
})
