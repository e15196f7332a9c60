import { extname } from 'node:path'
import { faultLine } from '@kaigong/catalogue'
import {
  type Fault,
  type InstanceFormat,
  instanceFormats,
  type Problem,
  readInstance,
  validate,
} from '@kaigong/scheduler'
import { readText } from '../ground/readText.ts'
import type { Text } from '../terminal/say.ts'

/** 10,000 activities take some two megabytes; what is far longer is something else. */
const MOST_BYTES = 40_000_000

const instanceKind = { zh: '排程实例文件', en: 'scheduling instance' }

/** The problem of a file of scheduling instances, read by its extension, or what is wrong with the file, with the line. */
export function openInstance(path: string): Problem | { wrong: Text } {
  const format = extname(path).slice(1).toLowerCase()
  if (!isFormat(format)) {
    const known = instanceFormats.map((f) => `.${f}`)
    return wrong(path, `扩展名应为 ${known.join('、')}`, `its extension must be one of ${known.join(', ')}`)
  }
  const read = textOf(path, instanceKind)
  if ('wrong' in read) return read
  const found = readInstance(read.text, format)
  if (!('activities' in found))
    return wrong(found.line === undefined ? path : `${path}:${found.line}`, found.text.zh, found.text.en)
  const [fault] = validate(found)
  if (fault) return wrong(path, ...faultSays(fault, found))
  return found
}

const isFormat = (word: string): word is InstanceFormat => (instanceFormats as readonly string[]).includes(word)

/** The text of a file of this kind, in UTF-8, or what is wrong with it. */
export function textOf(path: string, kind: Text): { text: string } | { wrong: Text } {
  const read = readText(path, path, { kind, most: MOST_BYTES })
  if ('file' in read) return { text: read.file.text }
  return { wrong: { zh: faultLine(read.fault, 'zh'), en: faultLine(read.fault, 'en') } }
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
