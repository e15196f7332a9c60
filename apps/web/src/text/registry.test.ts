import { describe, expect, it } from 'vitest'
import { capabilities, messages } from './registry.ts'

const entries = Object.entries(messages) as [string, { readonly zh: string; readonly en: string }][]

/** Names that stay Chinese in an English sentence, and the word that switches to Chinese. */
const properNames = ['开工', '中文', '万元', '亿元']

const names = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

describe('texts of the web', () => {
  it('stand in both languages, none empty', () => {
    expect(entries.filter(([, { zh, en }]) => zh.trim() === '' || en.trim() === '').map(([key]) => key)).toEqual([])
  })

  it('have no Chinese left in the English but proper names', () => {
    const left = entries.filter(([, { en }]) =>
      /\p{Script=Han}/u.test(properNames.reduce((s, n) => s.replaceAll(n, ''), en)),
    )
    expect(left.map(([key, { en }]) => `${key}: ${en}`)).toEqual([])
  })

  it('have Chinese in the Chinese', () => {
    // The names of values are no words of the text.
    const left = entries.filter(([, { zh }]) => {
      const words = zh.replace(/\{\{\w+\}\}/g, '')
      return !/\p{Script=Han}/u.test(words) && /\p{Letter}{3,}/u.test(words)
    })
    expect(left.map(([key, { zh }]) => `${key}: ${zh}`).filter((line) => !/English|Kaigong/.test(line))).toEqual([])
  })

  it('name the same values in both languages', () => {
    expect(entries.filter(([, { zh, en }]) => names(zh).join() !== names(en).join()).map(([key]) => key)).toEqual([])
  })

  it('name values in double braces, the only ones that are filled in', () => {
    const unfilled = entries.filter(([, { zh, en }]) => /[{}]/.test(`${zh}${en}`.replace(/\{\{\w+(, ?\w+)?\}\}/g, '')))
    expect(unfilled.map(([key, { zh }]) => `${key}: ${zh}`)).toEqual([])
  })

  it('begin with the name of the folder that owns them, so that no two folders meet', () => {
    const strays = Object.entries(capabilities).flatMap(([folder, own]) =>
      Object.keys(own).filter((key) => !key.startsWith(`${folder}.`)),
    )
    expect(strays).toEqual([])
    expect(entries.length).toBe(Object.values(capabilities).reduce((sum, own) => sum + Object.keys(own).length, 0))
  })
})
