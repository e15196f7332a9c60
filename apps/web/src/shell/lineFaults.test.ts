import { describe, expect, it } from 'vitest'
import { lineFaults } from './lineFaults.ts'

const one = (detail: string) => lineFaults([{ detail }])[0]

describe('faults of files', () => {
  it('stand at the line that the server names', () => {
    expect(one('districts/320413/lights.yaml:7:3: confidence 应为 A、B、C')).toEqual({
      path: 'districts/320413/lights.yaml',
      line: 7,
      says: 'confidence 应为 A、B、C',
    })
  })

  it('belong to the whole file where no line is named, whichever colon the language writes', () => {
    expect(one('secret/x.yaml：只能是 national/ 下的文件')).toEqual({
      path: 'secret/x.yaml',
      line: null,
      says: '只能是 national/ 下的文件',
    })
  })

  it('keep all their words where they name no file', () => {
    expect(one('name: too long: 120')).toEqual({ path: '', line: null, says: 'name: too long: 120' })
  })
})
