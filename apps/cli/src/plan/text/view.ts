import type { Plan, PlanMatter } from '@kaigong/planner'
import { dayWritten } from '../../terminal/days.ts'
import type { Paint } from '../../terminal/paint.ts'
import type { Lang, Text } from '../../terminal/say.ts'
import { type Column, type Row, table } from '../../terminal/table.ts'
import { hanging, joint } from '../../terminal/wrap.ts'
import { sentence, type Values, type Word } from './words.ts'

export type Basis = PlanMatter['citations'][number]
export type Lines = readonly string[]

/** What the sections are written with: the plan, and how this reader reads. */
export type View = {
  readonly plan: Plan
  readonly lang: Lang
  readonly width: number
  readonly paint: Paint
  readonly say: (text: Text) => string
  readonly word: (word: Word, values?: Values) => string
  readonly day: (iso: string) => string
  /** A paragraph, and one whose later lines are set in under the first. */
  readonly paragraph: (text: string, lead?: string) => Lines
  readonly table: (columns: readonly Column[], rows: readonly Row[]) => Lines
  /** The name by which an agency is known in the district. */
  readonly agency: (id: string | null, name: Text) => string
  /** `C07@4.1 建筑工程施工许可证`. */
  readonly named: (occurrence: string) => string
  /** `《建筑法》（2019）第7条 · A`: the article and how far it can be trusted; in brackets where it follows a sentence. */
  readonly cited: (basis: Basis) => string
  readonly bracketed: (basis: Basis) => string
  /** A remark in brackets after a name. */
  readonly aside: (text: string) => string
}

/** A view of `plan`; `shortNames` are the district's short names of its agencies. */
export function viewOf(
  plan: Plan,
  {
    lang,
    width,
    paint,
    shortNames,
  }: Pick<View, 'lang' | 'width' | 'paint'> & { shortNames: ReadonlyMap<string, Text> },
): View {
  const names = new Map<string, Text>([
    ...plan.notApplicable.map(({ matter, name }) => [matter, name] as const),
    ...plan.matters.flatMap(({ id, matter, name }) => [[matter, name] as const, [id, name] as const]),
  ])
  const say = (text: Text) => text[lang]
  const word: View['word'] = (key, values) => sentence(key, lang, values)
  const cited: View['cited'] = ({ text, confidence }) =>
    `${say(text)}${joint}·${joint}${confidence === 'synthetic' ? word('demo') : confidence}`
  return {
    plan,
    lang,
    width,
    paint,
    say,
    word,
    day: (iso) => dayWritten(iso, lang),
    paragraph: (text, lead = '') => hanging(lead, text, width),
    table: (columns, rows) => table(columns, rows, width, paint),
    agency: (id, name) => say((id === null ? undefined : shortNames.get(id)) ?? name),
    named: (id) => {
      const name = names.get(id) ?? names.get(id.split('@')[0] ?? id)
      return name === undefined ? id : `${id} ${say(name)}`
    },
    cited,
    bracketed: (basis) => (lang === 'zh' ? `〔${cited(basis)}〕` : `[${cited(basis)}]`),
    aside: (text) => (lang === 'zh' ? `（${text}）` : ` (${text})`),
  }
}
