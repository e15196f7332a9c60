import type { CatalogueDiff, ChangedDays } from '@kaigong/catalogue'
import type { Paint } from '../terminal/paint.ts'
import type { Lang, Text } from '../terminal/say.ts'
import { type Column, table } from '../terminal/table.ts'
import { hanging } from '../terminal/wrap.ts'

type Lines = readonly string[]

/** What a new catalogue takes away and adds, as a reform is counted; the counts first, then each thing by name. */
export function diffLines(found: CatalogueDiff, lang: Lang, paint: Paint, width: number): Lines {
  const { before, after, matters, materials, days, edges, calendars, changed } = found
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en)
  const section = (title: string, lines: Lines) => (lines.length === 0 ? [] : ['', paint('head', title), ...lines])
  const named = (sign: string, list: readonly { readonly id: string; readonly name: Text }[]) =>
    list.flatMap(({ id, name }) => hanging(`${sign} `, `${id} ${name[lang]}`, width))
  const unchanged = before.hash === after.hash
  return [
    `${before.edition} (${before.hash.slice(0, 12)}) → ${after.edition} (${after.hash.slice(0, 12)})${unchanged ? word('：两版相同', ': the same') : ''}`,
    ...counts(found, lang, paint, width),
    ...section(word('事项', 'Matters'), [...named('−', matters.removed), ...named('+', matters.added)]),
    ...section(
      word('材料', 'Materials'),
      [...materials.removed.map((m) => ({ sign: '−', m })), ...materials.added.map((m) => ({ sign: '+', m }))].flatMap(
        ({ sign, m }) =>
          hanging(
            `${sign} ${m.necessity === 'essential' ? '★' : '△'} `,
            `${m.matter} ${m.name[lang]} (${m.id})`,
            width,
          ),
      ),
    ),
    ...section(
      word('时限', 'Limits'),
      days.changed.flatMap((d) => hanging('~ ', changedDays(d, lang), width)),
    ),
    ...section(word('先后', 'Order'), [...named('−', edges.removed), ...named('+', edges.added)]),
    ...section(word('日历', 'Calendars'), [
      ...calendars.removed.map((year) => `− ${year}`),
      ...calendars.added.map((year) => `+ ${year}`),
    ]),
    ...section(
      word('内容有改动', 'Says something else'),
      Object.entries(changed).flatMap(([kind, list]) =>
        list.flatMap((one) =>
          hanging(
            '~ ',
            typeof one === 'string' ? one : `${kind} ${one.id} ${one.name[lang]} (${one.parts.join(', ')})`,
            width,
          ),
        ),
      ),
    ),
  ]
}

function counts({ matters, materials, days }: CatalogueDiff, lang: Lang, paint: Paint, width: number): Lines {
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en)
  const columns: readonly Column[] = [
    { head: '' },
    { head: word('减', 'removed'), align: 'right', rigid: true },
    { head: word('增', 'added'), align: 'right', rigid: true },
  ]
  return table(
    columns,
    [
      [word('事项', 'matters'), String(matters.removed.length), String(matters.added.length)],
      [word('材料', 'materials'), String(materials.removed.length), String(materials.added.length)],
      [word('时限（工作日）', 'limits (working days)'), String(days.removed.workday), String(days.added.workday)],
      [word('时限（自然日）', 'limits (calendar days)'), String(days.removed.day), String(days.added.day)],
    ],
    width,
    paint,
  )
}

function changedDays({ matter, name, kind, district, variant, before, after, unit }: ChangedDays, lang: Lang): string {
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en)
  const days = (n: number | null) => (n === null ? word('无', 'none') : String(n))
  const units = {
    workday: word('工作日', 'working days'),
    day: word('日', 'days'),
    mixed: word('（单位也变了）', '(the unit changes too)'),
  }
  const whose = kind === 'statutory' ? word('法定', 'by law') : `${district} ${word('承诺', 'promised')}`
  return [
    matter,
    name[lang],
    ...(variant === null ? [] : [variant]),
    whose,
    days(before),
    '→',
    days(after),
    units[unit],
  ].join(' ')
}
