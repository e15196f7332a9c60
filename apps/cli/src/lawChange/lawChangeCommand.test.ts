import { afterAll, describe, expect, it } from 'vitest'
import { asked, batteryPlant, folder, leasedWorkshop } from '../asked.fixture.ts'
import { ownCatalogue } from '../ground/loadCatalogue.ts'

const here = folder()
afterAll(here.remove)

describe('a change of law', () => {
  const slower = here.catalogue('slower', 'districts/320413/promises.yaml', (text) =>
    text.replace('  - matter: A03\n    value: 1\n', '  - matter: A03\n    value: 2\n'),
  )

  it('names the projects whose plans it touches, with what was and what is to be', async () => {
    const { exit, out } = await asked([
      'law-change',
      ownCatalogue,
      slower,
      batteryPlant,
      leasedWorkshop,
      '--lang',
      'en',
    ])
    expect(exit).toBe(0)
    expect(out).toContain('1 of 2 plans change.')
    expect(out).toContain('Battery plant, phase 4.1')
    expect(out).toMatch(/~ limit A03 .*\n {4}1 workday.*\n/)
    expect(out).toMatch(/→ 2 workday/)
  })

  it('names none when nothing changes', async () => {
    const { exit, out } = await asked(['law-change', ownCatalogue, ownCatalogue, batteryPlant, '--format', 'json'])
    expect({ exit, out }).toEqual({ exit: 0, out: '[]\n' })
  })

  it('is not looked into for a project with a mistake', async () => {
    const { exit, out, err } = await asked([
      'law-change',
      ownCatalogue,
      slower,
      here.at('missing.yaml'),
      '--lang',
      'en',
    ])
    expect({ exit, out }).toEqual({ exit: 2, out: '' })
    expect(err).toContain('missing.yaml:1:1: there is no such file')
  })
})
