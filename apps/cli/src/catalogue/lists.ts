import { type Catalogue, describeValue } from '@kaigong/catalogue'
import type { Paint } from '../terminal/paint.ts'
import type { Lang } from '../terminal/say.ts'
import { cited } from './cited.ts'

type List = (catalogue: Catalogue, lang: Lang, paint: Paint) => readonly string[]

/** All facts that a project file may state, with what each accepts and what is assumed while nobody has answered. */
export const factLines: List = ({ facts }, lang, paint) =>
  facts.flatMap((f) => {
    const units = [...(f.unit ? [f.unit] : []), ...Object.keys(f.units ?? {}).filter((u) => u !== f.unit)]
    const choices = Object.entries(f.choices ?? {}).map(([id, name]) => `${id} ${name[lang]}`)
    const accepts = choices.length > 0 ? choices : f.type === 'boolean' ? ['true', 'false'] : [f.type, ...units]
    const assumed = f.assumedWhenUnknown
    const usual = assumed
      ? lang === 'zh'
        ? `未答时取 ${describeValue(assumed.value, f).zh}：${assumed.says.zh}`
        : `taken as ${describeValue(assumed.value, f).en} while unknown: ${assumed.says.en}`
      : undefined
    return [
      `${paint('strong', f.id)}  ${f.name[lang]}`,
      `    ${f.question[lang]}`,
      `    ${accepts.join(' | ')}`,
      ...(usual ? [`    ${usual}`] : []),
    ]
  })

/** The five gates: what each opens and what it asks for, with its article. */
export const gateLines: List = (catalogue, lang, paint) =>
  catalogue.gates.flatMap((g) => [
    paint('strong', `${g.id} ${g.name[lang]} → ${g.opens.map((o) => o.matter).join(', ')}`),
    ...g.requires.map((r) => `    ${r.matter} ${r.says[lang]}（${r.kind}，${cited(catalogue, r, lang)}）`),
  ])

/** The order of matters, each edge with its kind and article. */
export const edgeLines: List = (catalogue, lang) =>
  catalogue.edges.map((e) => {
    const from = typeof e.from === 'string' ? e.from : e.from.map((f) => f.matter).join('|')
    return `${from} → ${e.to}  ${e.kind}  ${e.says[lang]}（${cited(catalogue, e, lang)}）`
  })

/** Ids and names of all matters. */
export const matterList: List = ({ matters }, lang, paint) =>
  matters.map((m) => `${paint('strong', m.id.padEnd(5))} ${m.name[lang]}`)
