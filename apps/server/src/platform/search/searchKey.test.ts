import { describe, expect, it } from 'vitest'
import { personKey } from './personKey.ts'
import { likePattern, searchKey } from './searchKey.ts'

describe('what a name is found by', () => {
  it.each([
    ['蜂巢能源', 'fengchaonengyuan fcny'],
    ['薛埠镇', 'xuebuzhen xbz'],
    ['洮湖电池 4.1 期', 'taohudianchi4.1qi thdcq'],
    ['Battery', 'battery'],
  ])('%s: %s', (name, key) => expect(searchKey(name)).toBe(key))

  it.each([
    ['单雄', 'shanxiong sx'],
    ['曾一', 'zengyi zy'],
    ['尉迟明', 'yuchiming ycm'],
    ['周知序', 'zhouzhixu zzx'],
    ['单', 'shan s'],
  ])('%s is a person, with a surname: %s', (name, key) => expect(personKey(name)).toBe(key))

  it('is not confused by signs that mean something to the database', () => {
    expect(likePattern('50%_a\\')).toBe('%50\\%\\_a\\\\%')
  })
})
