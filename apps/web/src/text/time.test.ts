import { expect, it } from 'vitest'
import { beijingTime } from './time.ts'

it('shows a happening in Beijing time, even where the day is another one there', () => {
  expect(beijingTime('2022-09-08T16:30:59Z')).toBe('2022-09-09 00:30')
})
