import { afterAll, describe, expect, it } from 'vitest'
import { asked, folder } from '../asked.fixture.ts'
import { ownCatalogue } from '../ground/loadCatalogue.ts'

const here = folder()
afterAll(here.remove)

describe('comparing two catalogues', () => {
  it('counts what a reform takes away and names each: A05 from 20 to 15 working days', async () => {
    const reformed = here.catalogue('reformed', 'national/1-land-use/a05-energy-review.yaml', (text) =>
      text.replace('    value: 20\n    unitAsWritten: 工作日', '    value: 15\n    unitAsWritten: 工作日'),
    )
    const { exit, out } = await asked(['catalogue', 'diff', ownCatalogue, reformed])
    expect(exit).toBe(0)
    expect(out).toMatch(/^时限（工作日） +5 +0$/m)
    expect(out).toContain('~ A05 固定资产投资项目节能审查 法定 20 → 15 工作日')
    const back = await asked(['catalogue', 'diff', reformed, ownCatalogue, '--format', 'json'])
    expect(JSON.parse(back.out).days).toMatchObject({ added: { workday: 5, day: 0 }, removed: { workday: 0, day: 0 } })
  })

  it('says so when there is nothing to tell', async () => {
    const { out } = await asked(['catalogue', 'diff', ownCatalogue, ownCatalogue, '--lang', 'en'])
    expect(out).toContain(': the same')
    expect(out.trimEnd().split('\n')).toHaveLength(6)
  })

  it('does not compare with what is no catalogue, or has faults', async () => {
    expect(await asked(['catalogue', 'diff', ownCatalogue, here.path])).toMatchObject({ exit: 2, out: '' })
    const faulty = here.catalogue('faulty', 'national/edges.yaml', (text) => text.replace('from: P01', 'from: P0Z'))
    const { exit, err } = await asked(['catalogue', 'diff', ownCatalogue, faulty, '--lang', 'en'])
    expect(exit).toBe(2)
    expect(err).toMatch(/faulty\/national\/edges\.yaml:\d+:\d+: /)
  })
})
