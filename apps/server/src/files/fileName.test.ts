import { describe, expect, it } from 'vitest'
import { fileName } from './fileName.ts'

describe('the name of a file', () => {
  it.each([
    ['施工图审查合格书.pdf', '施工图审查合格书.pdf', 'pdf'],
    ['  总平面图 (2).DWG ', '总平面图 (2).DWG', 'dwg'],
    ['环评批复：“甲”?.docx', '环评批复：“甲”_.docx', 'docx'],
    ['a.b.c.pdf', 'a.b.c.pdf', 'pdf'],
    ['报告.pdf. .', '报告.pdf', 'pdf'],
    // One spelling for what looks the same.
    ['cafe\u0301.png', 'caf\u00e9.png', 'png'],
  ])('%s is kept as %s', (given, name, kind) => {
    expect(fileName(given)).toEqual({ name, kind })
  })

  it.each([
    ['a path upwards', '../../etc/passwd.pdf'],
    ['a path of Windows', 'C:\\temp\\合同.pdf'],
    ['NUL', '合同.pdf\0.exe'],
    ['a line break', '合同\n.pdf'],
    ['a character that turns the direction', '报告\u202efdp.zip'],
    ['a character without width', '合\u200b同.pdf'],
    ['half a surrogate pair', '合同\ud83d.pdf'],
    ['nothing', '   '],
  ])('with %s is refused', (_, given) => {
    expect(fileName(given)).toEqual({ refused: 'file.badName' })
  })

  it.each(['合同.exe', '合同', '.pdf', '合同.pdf.bat', '合同.rar', '网页.html'])(
    '%s is of no kind that is taken',
    (given) => {
      expect(fileName(given)).toEqual({ refused: 'file.kindNotTaken' })
    },
  )

  it('that no disk could keep loses the end of its stem, on a whole character, and never its ending', () => {
    const kept = fileName(`${'施'.repeat(300)}.pdf`)
    expect(kept).toEqual({ name: `${'施'.repeat(78)}.pdf`, kind: 'pdf' })
    const family = '👨‍👩‍👧'
    const { name = '' } = fileName(`${family.repeat(50)}.pdf`) as { name?: string }
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(240)
    expect(name.replace('.pdf', '').split(family).join('')).toBe('')
  })
})
