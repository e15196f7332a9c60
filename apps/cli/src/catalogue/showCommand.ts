import { type Catalogue, nearest } from '@kaigong/catalogue'
import { openCatalogue } from '../ground/openCatalogue.ts'
import { badInput } from '../terminal/answer.ts'
import type { Run } from '../usage/command.ts'
import { edgeLines, factLines, gateLines, matterList } from './lists.ts'
import { matterLines } from './matterLines.ts'

const lists = { facts: factLines, gates: gateLines, edges: edgeLines, matters: matterList } as const
type List = keyof typeof lists
const isList = (what: string): what is List => Object.hasOwn(lists, what)

/** `catalogue show ID`: everything about one matter; or all facts, gates, edges or matters. */
export const showCommand: Run = async ({ operands: [what = ''], options, lang }, world) => {
  const opened = await openCatalogue(options.catalogue, lang)
  if ('answer' in opened) return opened.answer
  const { catalogue } = opened
  const isJson = options.format === 'json'
  if (isList(what)) {
    const out = isJson ? JSON.stringify(catalogue[what], null, 2) : lists[what](catalogue, lang, world.paint).join('\n')
    return { exit: 0, out: `${out}\n` }
  }
  const matter = catalogue.matters.find((m) => m.id.toLowerCase() === what.toLowerCase())
  if (!matter) return badInput(unknown(what, catalogue), lang)
  const out = isJson ? JSON.stringify(matter, null, 2) : matterLines(catalogue, matter, lang, world.paint).join('\n')
  return { exit: 0, out: `${out}\n` }
}

function unknown(what: string, { matters }: Catalogue) {
  const near = nearest(what, [...matters.map((m) => m.id), ...Object.keys(lists)])
  return {
    zh: `目录中没有“${what}”${near ? `，是否想写 ${near}？` : ''}；可写事项编号，或 ${Object.keys(lists).join('、')}。`,
    en: `The catalogue has no "${what}"${near ? `; did you mean ${near}?` : ''}; name a matter's id, or ${Object.keys(lists).join(', ')}.`,
  }
}
