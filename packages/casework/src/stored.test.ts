import * as fs from 'node:fs'
import { day } from '@kaigong/calendar'
import { expect, it } from 'vitest'
import { jintan, received } from './casework.fixture.ts'
import { fromStored, toStored } from './stored.ts'

const here = await jintan(fs)

it('a stored event shows its days as dates and comes back as it was', () => {
  const { events } = received(here, '2022-09-08', { without: ['B02-daylight'] })
    .do('2022-09-08', 'acceptWithTolerance', { dueOn: day('2022-09-09') })
    .do('2022-09-13', 'noteToleranceOverdue')
  const text = JSON.stringify(toStored(events))
  expect(text).toContain('"asOfOn":"2022-09-08"')
  expect(text).toContain('"deferredDueOn":"2022-09-09"')
  expect(text).not.toContain(String(day('2022-09-08')))
  expect(fromStored(JSON.parse(text))).toEqual(events)
})

it('a day that is not there yet stays away', () => {
  expect(fromStored(toStored({ untilOn: null, on: day('2022-09-09'), asked: [{ dueOn: day('2022-09-13') }] }))).toEqual(
    {
      untilOn: null,
      on: day('2022-09-09'),
      asked: [{ dueOn: day('2022-09-13') }],
    },
  )
})
