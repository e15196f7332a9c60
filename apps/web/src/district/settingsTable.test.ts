import { describe, expect, it } from 'vitest'
import { sheetOf } from './settingsTable.ts'

describe('settings of a district, read as tables', () => {
  it('say a promised limit with its unit right after the matter, the source and the mark last', () => {
    const { tables } = sheetOf({
      promises: [
        {
          matter: 'A06',
          value: 30,
          unitAsWritten: '工作日',
          unitApplied: 'workday',
          source: { title: '样本', by: '省厅', year: 2022 },
          confidence: 'B',
          variant: 'book',
        },
      ],
    })
    expect(tables).toEqual([
      {
        path: ['promises'],
        columns: ['matter', 'variant', 'value', 'source', 'confidence'],
        rows: [
          {
            matter: { kind: 'matter', id: 'A06' },
            variant: { kind: 'variant', matter: 'A06', id: 'book' },
            value: { kind: 'limit', value: 30, unitAsWritten: '工作日', unitApplied: 'workday' },
            source: { kind: 'plain', text: '样本（省厅，2022）' },
            confidence: { kind: 'mark', mark: 'B' },
          },
        ],
      },
    ])
  })

  it('keep an empty list as a table without rows, so that a reader sees that nothing was added', () => {
    expect(sheetOf({ tolerance: { deferrable: [] } }).tables).toEqual([
      { path: ['tolerance', 'deferrable'], columns: [], rows: [] },
    ])
  })

  it('show what stands beside lists as facts with the way to them', () => {
    const { tables, facts } = sheetOf({
      code: '320413',
      name: { zh: '金坛区', en: 'Jintan' },
      hours: {
        open: [
          ['08:00', '12:00'],
          ['14:00', '18:00'],
        ],
      },
      weeks: { site: { holidaysOff: false } },
      margin: { value: 5, unitAsWritten: '工作日', unitApplied: 'workday', confidence: 'GK' },
    })
    expect(tables).toEqual([])
    expect(facts).toEqual([
      { path: ['code'], cell: { kind: 'plain', text: '320413' } },
      { path: ['name'], cell: { kind: 'words', words: { zh: '金坛区', en: 'Jintan' } } },
      { path: ['hours', 'open'], cell: { kind: 'plain', text: '08:00–12:00、14:00–18:00' } },
      { path: ['weeks', 'site', 'holidaysOff'], cell: { kind: 'flag', on: false } },
      { path: ['margin'], cell: { kind: 'limit', value: 5, unitAsWritten: '工作日', unitApplied: 'workday' } },
      { path: ['margin', 'confidence'], cell: { kind: 'mark', mark: 'GK' } },
    ])
  })
})
