import type { CatalogueDiff, ChangedDays } from '@kaigong/catalogue'
import type { Text } from '@kaigong/contract'

type Changed = { readonly what: Text; readonly before: Text | null; readonly after: Text | null }

const both = (zh: string, en = zh): Text => ({ zh, en })
const titled = (zh: string, en: string, id: string, name: Text): Text =>
  both(`${zh} ${id} ${name.zh}`, `${en} ${id} ${name.en}`)
const there = both('有', 'there')

/** What differs between two editions, one line a thing: what is gone, what is new, what says something else. */
export function diffView({ matters, materials, days, edges, calendars, changed }: CatalogueDiff): readonly Changed[] {
  const gone = (what: Text): Changed => ({ what, before: there, after: null })
  const added = (what: Text): Changed => ({ what, before: null, after: there })
  const year = (n: number) => both(`日历 ${n} 年`, `Calendar ${n}`)
  return [
    ...matters.removed.map((m) => gone(titled('事项', 'Matter', m.id, m.name))),
    ...matters.added.map((m) => added(titled('事项', 'Matter', m.id, m.name))),
    ...days.changed.map(daysLine),
    ...materials.removed.map((m) => gone(titled('材料', 'Material', m.matter, m.name))),
    ...materials.added.map((m) => added(titled('材料', 'Material', m.matter, m.name))),
    ...edges.removed.map((e) => gone(titled('先后', 'Order', e.id, e.name))),
    ...edges.added.map((e) => added(titled('先后', 'Order', e.id, e.name))),
    ...calendars.removed.map((n) => gone(year(n))),
    ...calendars.added.map((n) => added(year(n))),
    ...Object.entries(changed).flatMap(([kind, list]) =>
      list.map(
        (one): Changed =>
          typeof one === 'string'
            ? { what: both(one), before: both('原文', 'as it was'), after: both('有改动', 'changed') }
            : {
                what: both(
                  `${kinds[kind]?.zh ?? kind} ${one.id} ${one.name.zh}`,
                  `${kinds[kind]?.en ?? kind} ${one.id} ${one.name.en}`,
                ),
                before: both('原文', 'as it was'),
                after: both(`改动：${one.parts.join('、')}`, `changed: ${one.parts.join(', ')}`),
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

function daysLine({ matter, name, kind, variant, before, after, unit }: ChangedDays): Changed {
  const units = { workday: both('个工作日', ' working days'), day: both('日', ' days'), mixed: both('', '') }[unit]
  const say = (n: number | null): Text =>
    n === null ? both('无', 'none') : both(`${n} ${units.zh}`, `${n}${units.en}`)
  const whose = kind === 'statutory' ? both('法定时限', 'limit by law') : both('承诺时限', 'promised limit')
  const which = variant === null ? '' : ` (${variant})`
  return {
    what: both(`${matter} ${name.zh}${which} ${whose.zh}`, `${matter} ${name.en}${which} ${whose.en}`),
    before: say(before),
    after: say(after),
  }
}
