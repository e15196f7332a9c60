import { agencyOf, type Catalogue, type Entry, type Matter, type Section, type Told, tell } from '@kaigong/catalogue'
import type { Ground } from '@kaigong/planner'

const both = <T>(of: (lang: 'zh' | 'en') => T): { readonly zh: T; readonly en: T } => ({ zh: of('zh'), en: of('en') })

type Tellings = { readonly zh: Told; readonly en: Told }
const tellings = (catalogue: Catalogue): Tellings => both((lang) => tell(catalogue, lang))

/** Every matter in a line: what, who, within what, how sure. */
export function matterLines(ground: Ground) {
  const told = tellings(ground.catalogue)
  return ground.catalogue.matters.map((matter) => matterLine(ground, matter, told))
}

const matterLine = ({ district }: Ground, matter: Matter, told: Tellings) => ({
  id: matter.id,
  name: matter.name,
  stage: matter.stage,
  nature: matter.nature,
  agency: district.agencies.find((agency) => agency.id === agencyOf(district, matter))?.short ?? null,
  limit: both((lang) => told[lang].limit(matter)),
  confidence: weakest(matter),
})

/** The least sure of the marks on a matter's citations: what a reader should know before relying on the line. */
function weakest({ citations, limits }: Matter): string {
  const order = ['A', 'B', 'C', 'GK', 'synthetic']
  const marks = [...citations, ...limits].map((one) => one.confidence)
  return [...marks].sort((a, b) => order.indexOf(b) - order.indexOf(a))[0] ?? 'GK'
}

/** Everything about a matter in both languages: sections of statements, each with its basis and confidence mark, and its neighbours. */
export function matterView(ground: Ground, matter: Matter) {
  const { catalogue } = ground
  const told = tellings(catalogue)
  const [zh, en] = [told.zh.matter(matter).sections, told.en.matter(matter).sections]
  return {
    ...matterLine(ground, matter, told),
    sections: zh.map((section, i) => paired(section, en[i] ?? section)),
    before: neighbours(catalogue, matter.id, 'before', told),
    after: neighbours(catalogue, matter.id, 'after', told),
  }
}

/** The same section in two languages: both tellings walk the same data, so entry i of one is entry i of the other. */
function paired(zh: Section, en: Section) {
  return {
    title: { zh: zh.title, en: en.title },
    lines: zh.entries.map((entry, i) => statement(entry, en.entries[i] ?? entry)),
  }
}

const statement = (zh: Entry, en: Entry) => ({
  text: { zh: lead(zh), en: lead(en) },
  basis: zh.basis === null ? null : { zh: zh.basis, en: en.basis ?? zh.basis },
  confidence: zh.confidence,
})

/** Stars and triangles of materials say something; the dot of an ordinary entry does not. */
const lead = ({ lead: sign, text }: Entry): string => (/[★△]/.test(sign) ? `${sign}${text}` : text)

function neighbours(catalogue: Catalogue, id: string, side: 'before' | 'after', told: Tellings) {
  return catalogue.edges.flatMap((edge) => {
    const from = typeof edge.from === 'string' ? [edge.from] : edge.from.map(({ matter }) => matter)
    const others = side === 'before' ? (edge.to === id ? from : []) : from.includes(id) ? [edge.to] : []
    return others.flatMap((other) => {
      const matter = catalogue.matters.find((m) => m.id === other)
      if (!matter) return []
      return [
        {
          matter: other,
          name: matter.name,
          kind: edge.kind,
          basis: both((lang) => told[lang].basis(edge)),
          confidence: edge.confidence,
        },
      ]
    })
  })
}
