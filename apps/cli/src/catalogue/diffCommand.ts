import { type Catalogue, type CatalogueDiff, diff } from '@kaigong/catalogue'
import { openCatalogue } from '../ground/openCatalogue.ts'
import type { Answer } from '../terminal/answer.ts'
import type { Lang } from '../terminal/say.ts'
import type { Run } from '../usage/command.ts'

/** `catalogue diff OLD NEW`: matters, materials and days removed and added, and whatever else differs. */
export const diffCommand: Run = async ({ operands, options, lang }) => {
  const catalogues: Catalogue[] = []
  for (const folder of operands) {
    const opened = await openCatalogue(folder, lang)
    if ('answer' in opened) return opened.answer
    catalogues.push(opened.catalogue)
  }
  const [before, after] = catalogues
  if (!before || !after) return { exit: 2 }
  const found = diff(before, after)
  if (options.format === 'json') return { exit: 0, out: `${JSON.stringify(found, null, 2)}\n` }
  return { exit: 0, out: `${[...summary(found, lang), ...details(found, lang)].join('\n')}\n` } satisfies Answer
}

function summary({ matters, materials, days }: CatalogueDiff, lang: Lang): readonly string[] {
  const line = (zh: string, en: string, removed: number, added: number) =>
    `${lang === 'zh' ? zh : en}: −${removed} +${added}`
  return [
    line('事项（减事项）', 'matters', matters.removed.length, matters.added.length),
    line('材料（减材料）', 'materials', materials.removed.length, materials.added.length),
    line('时限，日（减时限）', 'days of limits', days.removed, days.added),
  ]
}

function details(
  { matters, materials, days, edges, calendars, changed }: CatalogueDiff,
  lang: Lang,
): readonly string[] {
  const named = (
    sign: string,
    list: readonly { readonly id: string; readonly name: { readonly zh: string; readonly en: string } }[],
  ) => list.map(({ id, name }) => `  ${sign} ${id} ${name[lang]}`)
  const section = (zh: string, en: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', lang === 'zh' ? zh : en, ...lines]
  const none = lang === 'zh' ? '无' : 'none'
  const kind = { statutory: lang === 'zh' ? '法定' : 'statutory', promised: lang === 'zh' ? '承诺' : 'promised' }
  return [
    ...section('事项', 'Matters', [...named('−', matters.removed), ...named('+', matters.added)]),
    ...section('材料', 'Materials', [...named('−', materials.removed), ...named('+', materials.added)]),
    ...section(
      '时限',
      'Limits',
      days.changed.map((d) => {
        const where = [d.matter, d.name[lang], d.variant, d.district].filter((x) => x !== null).join(' ')
        return `  ${where}（${kind[d.kind]}）${d.before ?? none} → ${d.after ?? none}`
      }),
    ),
    ...section('先后', 'Edges', [...named('−', edges.removed), ...named('+', edges.added)]),
    ...section('日历', 'Calendars', [
      ...calendars.removed.map((y) => `  − ${y}`),
      ...calendars.added.map((y) => `  + ${y}`),
    ]),
    ...section(
      '内容有改动',
      'Changed',
      Object.values(changed).flatMap((list) =>
        list.map((c) => (typeof c === 'string' ? `  ~ ${c}` : `  ~ ${c.id} ${c.name[lang]}（${c.parts.join(', ')}）`)),
      ),
    ),
  ]
}
