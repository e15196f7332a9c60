import type { PlanMatter } from '@kaigong/planner'
import { dayOfMoment } from '../../terminal/days.ts'
import type { Cell, Column, Row } from '../../terminal/table.ts'
import { joint } from '../../terminal/wrap.ts'
import type { Lines, View } from './view.ts'
import type { Word } from './words.ts'

type Length = NonNullable<PlanMatter['limit']['planned']>

const stages: readonly Word[] = ['stage0', 'stage1', 'stage2', 'stage3', 'stage4', 'stage5']

/** Every matter of the plan under its stage: who, how, from when to when, within which limit. */
export function matters(view: View): Lines {
  const { plan, word } = view
  const columns: readonly Column[] = [
    { head: word('id'), rigid: true },
    { head: word('matter') },
    { head: word('agency') },
    { head: word('track') },
    { head: word('dates'), least: 12 },
    { head: word('limit') },
  ]
  const rows = stages.flatMap((stage, n): readonly Row[] => {
    const own = plan.matters
      .filter((matter) => matter.stage === n)
      .toSorted((a, b) => order(a) - order(b) || (a.id < b.id ? -1 : 1))
    return own.length === 0 ? [] : [{ heading: word(stage) }, ...own.map((matter) => row(view, matter))]
  })
  return view.table(columns, rows)
}

const order = ({ submitted, begun }: PlanMatter): number =>
  Number((submitted ?? begun ?? '9999-12-31').slice(0, 10).replaceAll('-', ''))

function row(view: View, matter: PlanMatter): readonly Cell[] {
  const { word, say, aside } = view
  const variant = matter.variant === null ? '' : aside(say(matter.variant.name))
  const assumed = matter.verdict === 'assumed' ? ` ?${joint}${word('assumed')}` : ''
  return [
    matter.id,
    { text: `${say(matter.name)}${variant}${assumed}`, look: matter.done ? 'quiet' : 'strong' },
    view.agency(matter.agency, matter.agencyName),
    word(matter.track),
    dates(view, matter),
    limit(view, matter),
  ]
}

function dates({ word }: View, { exemption, issued, submitted, begun, done }: PlanMatter): string {
  if (exemption !== null) return word('exemptBy', { assessment: exemption.assessment, number: exemption.approvalNo })
  if (issued === null) return ''
  const last = dayOfMoment(issued)
  if (done) return word('doneOn', { day: last })
  const first = (submitted ?? begun ?? issued).slice(0, 10)
  return first === last ? last : `${first} → ${last}`
}

function limit(view: View, { limit: { planned, statutory } }: PlanMatter): string {
  const law = view.say(statutory.text)
  return planned === null ? law : `${amount(view, planned)}${view.word(from[planned.from])}${view.word('slash')}${law}`
}

const from: Readonly<Record<Length['from'], Word>> = {
  promised: 'promised',
  sample: 'sample',
  statutory: 'statutory',
  usual: 'usual',
  fact: 'fact',
  assumed: 'fromAssumed',
  catalogue: 'fromCatalogue',
}

const units: Readonly<Record<Length['unitApplied'], Word>> = {
  hour: 'hour',
  workday: 'workdayUnit',
  day: 'day',
  month: 'month',
  year: 'year',
}

/** `20 工作日 `: the figure in the unit in which it is counted. */
const amount = ({ word }: View, { value, unitApplied }: Length): string => `${value} ${word(units[unitApplied])} `
