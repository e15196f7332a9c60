import { agencyOf, type Catalogue, type Matter, type Told, tell } from '@kaigong/catalogue'
import { openCatalogue } from '../ground/openCatalogue.ts'
import { badInput } from '../terminal/answer.ts'
import type { Text } from '../terminal/say.ts'
import { hanging } from '../terminal/wrap.ts'
import { accepted } from '../usage/accepted.ts'
import type { Run } from '../usage/command.ts'
import { entryLines, type Lines, type Reading, sectionLines } from './reader.ts'

const lists: Readonly<Record<'facts' | 'gates' | 'edges' | 'matters', (told: Told, reading: Reading) => Lines>> = {
  facts: (told, reading) => sectionLines(told.facts(), reading, 'strong'),
  gates: (told, reading) => sectionLines(told.gates(), reading, 'strong'),
  edges: (told, reading) => entryLines(told.edges(), reading),
  matters: (told, reading) => entryLines(told.matters(), reading),
}

const isList = (what: string): what is keyof typeof lists => Object.hasOwn(lists, what)

/** `catalogue show ID`: everything about one matter; or all facts, gates, edges or matters. */
export const showCommand: Run = async ({ operands: [what = ''], options, lang }, world) => {
  const opened = await openCatalogue(options.catalogue, lang)
  if ('answer' in opened) return opened.answer
  const { catalogue } = opened
  const matter = catalogue.matters.find((m) => m.id.toLowerCase() === what.toLowerCase())
  if (matter === undefined && !isList(what)) return badInput(unknown(what, catalogue), lang)
  if (options.format === 'json') {
    const found = matter === undefined ? catalogue[what as keyof typeof lists] : withSurroundings(catalogue, matter)
    return { exit: 0, out: `${JSON.stringify(found, null, 2)}\n` }
  }
  const told = tell(catalogue, lang)
  const reading = { lang, width: world.columns, paint: world.paint }
  const lines =
    matter === undefined ? lists[what as keyof typeof lists](told, reading) : matterLines(told.matter(matter), reading)
  return { exit: 0, out: `${lines.join('\n')}\n` }
}

const matterLines = ({ title, about, sections }: ReturnType<Told['matter']>, reading: Reading): Lines => [
  ...hanging('', title, reading.width).map((line) => reading.paint('strong', line)),
  ...hanging('', about, reading.width),
  '',
  ...sectionLines(sections, reading),
]

/** A matter with the order that it stands in and with what each district says of it. */
const withSurroundings = (catalogue: Catalogue, matter: Matter) => ({
  ...matter,
  edges: catalogue.edges.filter(
    ({ from, to }) =>
      to === matter.id || (typeof from === 'string' ? from === matter.id : from.some((f) => f.matter === matter.id)),
  ),
  districts: catalogue.districts.map((district) => ({
    code: district.code,
    name: district.name,
    agency: agencyOf(district, matter) ?? null,
    promises: district.promises.filter((promise) => promise.matter === matter.id),
  })),
})

function unknown(what: string, { matters }: Catalogue): Text {
  const names = Object.keys(lists)
  const ids = matters.map(({ id }) => id)
  const end = accepted(what, [...ids, ...names], [`${ids[0]}…${ids.at(-1)}`, ...names])
  return { zh: `目录中没有“${what}”${end.zh}`, en: `The catalogue has no "${what}"${end.en}` }
}
