import { readProject } from '@kaigong/catalogue'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { catalogueOf } from '../../editions/catalogueFolder.ts'
import { editionIdOf } from '../catalogue/store.ts'
import { JINTAN } from '../district.fixture.ts'
import { openPlanning, PlanningBusy } from './openPlanning.ts'
import type { Planning, PlanTask } from './planning.ts'

const files = catalogueOf(JINTAN)
const edition = { id: editionIdOf(files), files }
let planning: Planning
let task: PlanTask
beforeAll(async () => {
  planning = openPlanning({ threads: 1 })
  const read = await planning.readCatalogue(edition)
  if ('faults' in read) throw new Error('the catalogue of the checkout is faulty')
  const text = JSON.stringify({
    name: { zh: '试', en: 'trial' },
    district: JINTAN,
    facts: { landSource: 'grant', newBuild: true },
  })
  const made = await readProject({ path: 'project', text }, read.catalogue)
  if ('faults' in made) throw new Error('the project is faulty')
  const request = { asOf: '2022-06-01', anchor: { kind: 'earliest' } } as const
  task = { edition, district: JINTAN, project: made.project, request, explore: false }
}, 30_000)
afterAll(() => planning.close())

describe('planning threads', () => {
  it('plan, and have the plan gone through by the checker', async () => {
    expect(await planning.plan(task)).toMatchObject({ plan: { asOf: '2022-06-01' }, violations: 0 })
  })

  it('take the texts of an edition once: the second plan on it needs them no more', async () => {
    await planning.plan(task)
    expect(await planning.plan({ ...task, edition: { ...edition, files: [] } })).toMatchObject({ violations: 0 })
  })

  it('stop when told to, and the thread is free for the next', async () => {
    const stop = new AbortController()
    const stopped = planning.plan({ ...task, explore: true }, stop.signal)
    // Behind it in the queue of the one thread.
    const next = planning.plan(task)
    stop.abort()
    await expect(stopped).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }))
    expect(await next).toMatchObject({ violations: 0 })
  })

  it('refuse more than they can get through soon', async () => {
    const many = Array.from({ length: 60 }, () => planning.readCatalogue({ id: 'none', files: [] }))
    const ended = await Promise.allSettled(many)
    const refused = ended.filter((e) => e.status === 'rejected')
    expect(refused.length).toBeGreaterThan(0)
    expect(refused.every((e) => e.reason instanceof PlanningBusy)).toBe(true)
  })
})
