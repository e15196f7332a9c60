import { afterAll, beforeAll, expect, it } from 'vitest'
import { seedFirstEdition } from '../../editions/firstEdition.ts'
import { inDistrict, JINTAN, LIYANG, type TestDatabase, testDatabase, testWorld } from '../district.fixture.ts'
import { openPlanning } from '../planning/openPlanning.ts'
import type { Planning } from '../planning/planning.ts'
import { openCatalogues } from './openCatalogues.ts'

let database: TestDatabase
let planning: Planning
beforeAll(async () => {
  database = await testDatabase()
  planning = openPlanning({ threads: 1 })
  await inDistrict(database.db, (tx) => seedFirstEdition(tx, planning, JINTAN, testWorld().now()))
}, 30_000)
afterAll(async () => {
  await planning.close()
  await database.close()
})

it('reads an edition once, however many requests want it at the same moment, and again after a reading that failed', async () => {
  let readings = 0
  let broken = true
  const catalogues = openCatalogues({
    ...planning,
    readCatalogue: async (texts) => {
      readings++
      if (broken) throw new Error('the thread died')
      return await planning.readCatalogue(texts)
    },
  })
  const ask = () => inDistrict(database.db, (tx) => catalogues.inForce(tx, JINTAN))
  await expect(ask()).rejects.toThrow('the thread died')
  broken = false
  const [a, b, c] = await Promise.all([ask(), ask(), ask()])
  expect([a === b, b === c, readings]).toEqual([true, true, 2])
  expect(a?.ground.district.code).toBe(JINTAN)
  // Another district's edition does not exist for this one, though it is kept ready.
  const elsewhere = inDistrict(database.db, (tx) => catalogues.open(tx, LIYANG, a?.id ?? ('' as never)))
  expect(await elsewhere).toBeUndefined()
})
