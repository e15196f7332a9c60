import { afterAll, describe, expect, it } from 'vitest'
import { asked, folder } from '../asked.fixture.ts'

const here = folder()
afterAll(here.remove)

describe('checking the catalogue', () => {
  it('finds no fault in the one that comes along and says what is in it', async () => {
    const { exit, out, err } = await asked(['catalogue', 'check', '--lang', 'en'])
    expect({ exit, err }).toEqual({ exit: 0, err: '' })
    expect(out).toMatch(/\d{2} matters.* \d{3} edges.*2 districts \(320413, 320481\).*2020–2026/)
  })

  it('counts the same for a program', async () => {
    const { out } = await asked(['catalogue', 'check', '--format', 'json'])
    expect(JSON.parse(out)).toMatchObject({ faults: [], districts: ['320413', '320481'] })
  })

  it('names every fault by file, line and column, then says how many there are', async () => {
    const copy = here.catalogue('faulty', 'national/1-land-use/a05-energy-review.yaml', (text) =>
      text.replace('stage: 1', 'stage: 9').replace('per: project', 'per: planet'),
    )
    const { exit, out, err } = await asked(['catalogue', 'check', copy, '--lang', 'en'])
    expect({ exit, out }).toEqual({ exit: 1, out: '' })
    const lines = err.trimEnd().split('\n')
    expect(lines).toHaveLength(3)
    for (const line of lines.slice(0, 2))
      expect(line).toMatch(/faulty\/national\/1-land-use\/a05-energy-review\.yaml:\d+:\d+: ./)
    expect(lines[2]).toContain('2 faults')
  })

  it('lists faults for a program with the same exit code', async () => {
    const copy = here.catalogue('broken', 'national/edges.yaml', (text) => text.replace('from: P01', 'from: P0Z'))
    const { exit, out } = await asked(['catalogue', 'check', copy, '--format', 'json'])
    expect(exit).toBe(1)
    expect(JSON.parse(out).faults[0]).toMatchObject({ file: `${copy}/national/edges.yaml`, line: expect.any(Number) })
  })

  it('tells a file that is no text from one that is wrong', async () => {
    const copy = here.catalogue('binary', 'national/laws.yaml', () => '\0')
    expect((await asked(['catalogue', 'check', copy, '--lang', 'en'])).err).toContain(
      'laws.yaml:1:1: this is no UTF-8 text',
    )
  })

  it('does not take any folder for a catalogue', async () => {
    expect(await asked(['catalogue', 'check', here.path, '--lang', 'en'])).toEqual({
      exit: 2,
      out: '',
      err: `"${here.path}" is no catalogue: it must be a folder with national/, districts/ and calendars/ in it.\n`,
    })
  })
})
