import { expect, it } from 'vitest'
import { placeOf } from './navigation.ts'

it('marks the page that an address lies under, and the workbench where there is none', () => {
  expect(placeOf('/projects/7f/plan')).toBe('/projects')
  expect(placeOf('/catalogue/editions')).toBe('/catalogue')
  expect(placeOf('/account')).toBe('/')
  expect(placeOf('/projectsofothers')).toBe('/')
})
