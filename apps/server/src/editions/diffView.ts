import type { Catalogue, CatalogueDiff, ChangedDays } from '@kaigong/catalogue'
import type { Text } from '@kaigong/contract'
import { partWords, wholeWords } from './partWords.ts'

type Changed = { readonly what: Text; readonly before: Text | null; readonly after: Text | null }

const both = (zh: string, en = zh): Text => ({ zh, en })
const titled = (zh: string, en: string, id: string, name: Text): Text =>
  both([zh, id, name.zh].filter(Boolean).join(' '), [en, id, name.en].filter(Boolean).join(' '))
const there = both('有', 'there')

/** What differs between two editions, one line a thing: what is gone, what is new, what says something else; all of it by its name. */
export function diffView(
  { matters, materials, days, edges, calendars, changed }: CatalogueDiff,
  { before, after }: { readonly before: Catalogue; readonly after: Catalogue },
): readonly Changed[] {
  // What left the catalogue still has its name in the old one.
  const variantOf = (matter: string, variant: string): Text =>
    [after, before]
      .flatMap((catalogue) => catalogue.matters.find((m) => m.id === matter)?.variants ?? [])
      .find((v) => v.id === variant)?.name ?? both(variant)
  const gone = (what: Text): Changed => ({ what, before: there, after: null })
  const added = (what: Text): Changed => ({ what, before: null, after: there })
  const year = (n: number) => both(`日历 ${n} 年`, `Calendar ${n}`)
  return [
    ...matters.removed.map((m) => gone(titled('事项', 'Matter', m.id, m.name))),
    ...matters.added.map((m) => added(titled('事项', 'Matter', m.id, m.name))),
    ...days.changed.map((d) => daysLine(d, d.variant === null ? null : variantOf(d.matter, d.variant))),
    ...materials.removed.map((m) => gone(titled('材料', 'Material', m.matter, m.name))),
    ...materials.added.map((m) => added(titled('材料', 'Material', m.matter, m.name))),
    ...edges.removed.map((e) => gone(titled('先后', 'Order', '', e.name))),
    ...edges.added.map((e) => added(titled('先后', 'Order', '', e.name))),
    ...calendars.removed.map((n) => gone(year(n))),
    ...calendars.added.map((n) => added(year(n))),
    ...Object.entries(changed).flatMap(([kind, list]) =>
      list.map(
        (one): Changed =>
          typeof one === 'string'
            ? {
                what: wholeWords[one] ?? both(one),
                before: both('原文', 'as it was'),
                after: both('有改动', 'changed'),
              }
            : {
                what: titled(kinds[kind]?.zh ?? kind, kinds[kind]?.en ?? kind, coded.has(kind) ? one.id : '', one.name),
                before: both('原文', 'as it was'),
                after: both(
                  `改动：${wordsOf(one.parts, 'zh').join('、')}`,
                  `changed: ${wordsOf(one.parts, 'en').join(', ')}`,
                ),
              },
      ),
    ),
  ]
}

const kinds: Readonly<Record<string, Text>> = {
  matters: both('事项', 'Matter'),
  edges: both('先后', 'Order'),
  gates: both('闸门', 'Gate'),
  laws: both('法规', 'Law'),
  facts: both('属性', 'Fact'),
  rules: both('规则', 'Rules'),
  districts: both('区设置', 'District'),
}

/** Codes that people use themselves, such as C07 and G1; what else has an id has it for machines. */
const coded: ReadonlySet<string> = new Set(['matters', 'gates'])

const wordsOf = (parts: readonly string[], language: keyof Text): readonly string[] =>
  parts.map((part) => partWords[part]?.[language] ?? part)

function daysLine({ matter, name, kind, before, after, unit }: ChangedDays, variant: Text | null): Changed {
  const units = { workday: both('个工作日', ' working days'), day: both('日', ' days'), mixed: both('', '') }[unit]
  const say = (n: number | null): Text =>
    n === null ? both('无', 'none') : both(`${n} ${units.zh}`, `${n}${units.en}`)
  const whose = kind === 'statutory' ? both('法定时限', 'limit by law') : both('承诺时限', 'promised limit')
  const which = variant === null ? both('') : both(`（${variant.zh}）`, ` (${variant.en})`)
  return {
    what: both(`${matter} ${name.zh}${which.zh} ${whose.zh}`, `${matter} ${name.en}${which.en} ${whose.en}`),
    before: say(before),
    after: say(after),
  }
}
