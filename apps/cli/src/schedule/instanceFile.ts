import { readFileSync, statSync } from 'node:fs'
import { extname } from 'node:path'
import {
  type Fault,
  type InstanceFormat,
  instanceFormats,
  type Problem,
  readInstance,
  validate,
} from '@kaigong/scheduler'
import { reason } from '../ground/readText.ts'
import type { Text } from '../terminal/say.ts'

/** 10,000 activities take some two megabytes; what is far longer is something else. */
const most = 40_000_000

export type Instance = { readonly text: string; readonly format: InstanceFormat; readonly problem: Problem }

/** A file of scheduling instances by its extension, or what is wrong with it, with the line. */
export function openInstance(path: string): Instance | { wrong: Text } {
  const format = extname(path).slice(1).toLowerCase()
  if (!isFormat(format)) {
    const known = instanceFormats.map((f) => `.${f}`)
    return wrong(path, `扩展名应为 ${known.join('、')}`, `its extension must be one of ${known.join(', ')}`)
  }
  const read = bytesOf(path)
  if ('wrong' in read) return read
  const found = readInstance(read.text, format)
  if (!('activities' in found)) return wrong(`${path}:${found.line}`, found.text.zh, found.text.en)
  const [fault] = validate(found)
  if (fault) return wrong(path, ...faultSays(fault, found))
  return { text: read.text, format, problem: found }
}

const isFormat = (word: string): word is InstanceFormat => (instanceFormats as readonly string[]).includes(word)

/** The text of a file, in UTF-8. */
export function bytesOf(path: string): { text: string } | { wrong: Text } {
  try {
    const found = statSync(path)
    if (found.isDirectory()) return wrong(path, '这是文件夹，请给出文件', 'this is a folder; name a file')
    if (!found.isFile()) return wrong(path, '这不是普通文件', 'this is no regular file')
    if (found.size > most) return wrong(path, '文件超过 40 MB', 'the file has more than 40 MB')
    const text = new TextDecoder('utf-8').decode(readFileSync(path))
    const bad = text.search(/[\0\ufffd]/)
    if (bad < 0) return { text }
    const line = text.slice(0, bad).split('\n').length
    return wrong(`${path}:${line}`, '这里不是 UTF-8 文字', 'this is no UTF-8 text')
  } catch (error) {
    return wrong(path, ...reason(error))
  }
}

const wrong = (where: string, zh: string, en: string) => ({
  wrong: { zh: `${where}：${zh}。`, en: `${where}: ${en}.` },
})

/** What is wrong with a problem, in words. */
function faultSays({ code, index, activities }: Fault, problem: Problem): readonly [zh: string, en: string] {
  const id = problem.activities[activities[0] ?? -1]?.id ?? String(index)
  switch (code) {
    case 'demandAboveCapacity':
      return [`活动 ${id} 的需求超过资源总量`, `activity ${id} demands more than there ever is`]
    case 'horizon':
      return ['时间轴过长', 'the time axis is too long']
    case 'demand':
      return [`活动 ${id} 对同一资源写了两次需求`, `activity ${id} demands one resource twice`]
    case 'fixed':
      return [`活动 ${id} 的 fixed 前后矛盾`, `activity ${id} is fixed in a way that contradicts itself`]
    case 'budget':
      return [
        '一次性资源（budget）只能与实耗时间和 makespan 目标同用',
        'a budget goes only with elapsed time and the makespan as goal',
      ]
    case 'capacitySteps':
      return [
        `资源 ${problem.resources[index]?.id} 的 capacity 应从 0 起递增`,
        `capacity of resource ${problem.resources[index]?.id} must begin at 0 and ascend`,
      ]
    default:
      return [`${code}（活动 ${id}）不合要求`, `${code} of activity ${id} is not as it must be`]
  }
}
