import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escaped, html, joined } from './markup.ts'

describe('markup', () => {
  it('escapes what is put into it, in text and in attributes', () => {
    const name = `江苏<甲> & "乙" 'c'`
    expect(html`<p title="${name}">${name}</p>`.markup).toBe(
      '<p title="江苏&lt;甲&gt; &amp; &quot;乙&quot; &#39;c&#39;">江苏&lt;甲&gt; &amp; &quot;乙&quot; &#39;c&#39;</p>',
    )
  })

  it('leaves markup as it is, also in lists within lists', () => {
    const items = ['<', html`<b>${'>'}</b>`]
    expect(html`<p>${[items, 3]}</p>`.markup).toBe('<p>&lt;<b>&gt;</b>3</p>')
  })

  it('does not read the backslashes of a name', () => {
    expect(html`<p>${'\\u0041'}</p>`.markup).toBe('<p>\\u0041</p>')
  })

  it('puts a separator between children only', () => {
    expect(html`${joined(['a', 'b', 'c'], html`<br/>`)}`.markup).toBe('a<br/>b<br/>c')
    expect(html`${joined([], html`<br/>`)}`.markup).toBe('')
  })

  it('replaces what no document may hold: control characters and halves of a pair', () => {
    expect(escaped('a\u0000b\u001fc\ud83d')).toBe('a\ufffdb\ufffdc\ufffd')
    expect(escaped('🔋\n')).toBe('🔋\n')
  })

  it('never lets a tag, a quote or a bare ampersand through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escaped(text).replace(/&(amp|lt|gt|quot|#39);/g, '')).not.toMatch(/[<>"'&]/)
      }),
    )
  })
})
