import type { Plan } from '@kaigong/planner'
import { figure } from '../days.ts'
import { citedPlainly, ownerName } from '../html/marks.ts'
import { placed } from '../placed.ts'
import { stepInFull } from '../stepName.ts'
import type { View } from '../view.ts'
import type { Value } from './cell.ts'
import type { Block } from './layout.ts'
import { says } from './says.ts'

export const overviewWidths = [18, 24, 14, 18, 18, 44] as const

/** The page that a leader reads: whether it can be had, the four certificates, the gates, and what it saves. */
export function overview(view: View): readonly Block[] {
  return [
    about(view),
    verdict(view),
    ...remedies(view),
    certificates(view),
    gates(view),
    ...comparison(view),
    split(view),
  ]
}

const day = (value: string | null): Value => (value === null ? '—' : { day: value })
/** Of the fingerprint of a catalogue: enough to tell two apart by eye; the hidden sheet has all of it. */
const LEGIBLE = 12

const count = (value: number | null): Value => value ?? '—'

function about({ plan, say, word }: View): Block {
  const { project, district, land, rests } = plan
  const how = word(land.given ? 'landGiven' : 'landComputed')
  const landEvent = say(says.landEvent(say(land.basisName), land.day ?? word('unsettled'), how))
  const edition = word('editionOf', {
    catalogue: rests.catalogue.slice(0, LEGIBLE),
    edition: rests.edition,
    day: rests.lawCheckedThrough,
  })
  return {
    columns: [
      { head: '', align: 'center' },
      { head: '', span: 2 },
      { head: '', align: 'center' },
      { head: '', span: 2 },
    ],
    rows: [
      [
        say(says.name),
        say(project.name),
        word('enterprise'),
        project.enterprise === null ? '—' : say(project.enterprise),
      ],
      [word('code'), { code: project.code ?? '—' }, word('district'), `${say(district.name)} ${district.code}`],
      [word('asOf'), { code: plan.asOf }, word('landEvent'), landEvent],
      [word('edition'), edition, word('calendarThrough'), { code: rests.calendarThrough }],
    ],
  }
}

function verdict({ plan, say, word }: View): Block {
  const { met, headline, asked, nearest, details } = plan.verdict
  const question = {
    earliest: () => word('askedEarliest'),
    landDay: () => word('askedLandDay', { day: asked.date ?? word('unsettled') }),
    startBy: () => word('askedStartBy', { day: asked.date ?? word('unsettled') }),
  }[asked.kind]()
  const { provisional } = plan
  return {
    heading: word('verdict'),
    columns: [{ head: '', span: 6 }],
    rows: [
      [`${met ? '●' : '▲'} ${say(headline)}`],
      [nearest === null ? question : `${question}${word('semicolon')}${word('nearest', { day: nearest })}`],
      ...details.map((detail) => [say(detail)]),
      ...(provisional === null
        ? []
        : [[`${word('provisionalFrom', { day: provisional.from })}${word('colon')}${say(provisional.text)}`]]),
    ],
    look: 'prose',
  }
}

function remedies({ plan, say, word }: View): readonly Block[] {
  const found = plan.verdict.remedies
  if (found.length === 0) return []
  return [
    {
      heading: word('remedies'),
      columns: [
        { head: word('remedy'), span: 3 },
        { head: word('tried'), align: 'center' },
        { head: word('constructionStart'), align: 'center' },
        { head: word('gained'), align: 'center' },
      ],
      rows: found.map(({ text, meets, constructionStart, workdaysGained }) => [
        say(text),
        say(meets ? says.meets : says.fails),
        day(constructionStart),
        count(workdaysGained),
      ]),
    },
  ]
}

function certificates(view: View): Block {
  const { plan, word, say } = view
  return {
    heading: word('landTable'),
    columns: [
      { head: word('certificate'), span: 2 },
      { head: say(says.core), align: 'center' },
      { head: word('date'), align: 'center' },
      { head: word('fromLand'), align: 'center' },
      { head: word('byActivity') },
    ],
    rows: plan.certificates.map(({ name, scope, core, date, workdaysFromLand, activity }) => {
      const step = view.activity(activity)
      return [
        placed(view, name, scope),
        core ? say(says.yes) : '',
        { day: date },
        count(workdaysFromLand),
        step === undefined ? '—' : stepInFull(view, step),
      ]
    }),
  }
}

function gates(view: View): Block {
  const { plan, word, say } = view
  const required = ({ occurrence, date, text, basis }: Plan['gates'][number]['requires'][number]) =>
    `${view.matterNamed(occurrence)}${word('listComma')}${date ?? word('unsettled')}${word('colon')}${say(text)} ${citedPlainly(view, basis)}`
  return {
    heading: word('gates'),
    columns: [
      { head: word('gateLegend'), span: 2 },
      { head: word('date'), align: 'center' },
      { head: say(says.needs), span: 3 },
    ],
    rows: plan.gates.map(({ gate, name, scope, date, requires }) => [
      say(says.gateName(gate, placed(view, name, scope))),
      date === null ? word('unsettled') : { day: date },
      requires.map(required).join('\n'),
    ]),
  }
}

function comparison({ plan, word }: View): readonly Block[] {
  if (plan.comparison === null) return []
  const { standard, accelerated } = plan.comparison
  const saved = (before: number | null, now: number | null) => (before === null || now === null ? null : before - now)
  const counted = (name: string, before: number | null, now: number | null): readonly Value[] => [
    name,
    count(before),
    count(now),
    count(saved(before, now)),
  ]
  return [
    {
      heading: word('comparison'),
      columns: [
        { head: '', span: 2 },
        { head: word('standardPlan'), align: 'center' },
        { head: word('acceleratedPlan'), align: 'center' },
        { head: word('difference'), align: 'center' },
      ],
      rows: [
        [word('constructionStart'), day(standard.constructionStart), day(accelerated.constructionStart), ''],
        [word('production'), day(standard.production), day(accelerated.production), ''],
        counted(word('workdaysToStart'), standard.workdaysToStart, accelerated.workdaysToStart),
        counted(word('workdaysFromLand'), standard.workdaysFromLandToPermit, accelerated.workdaysFromLandToPermit),
        counted(word('matterCount'), standard.matters, accelerated.matters),
        counted(word('materialCount'), standard.materials, accelerated.materials),
        counted(word('visitCount'), standard.visits, accelerated.visits),
      ],
    },
  ]
}

function split(view: View): Block {
  const { plan, word, say } = view
  const { text, workdays } = plan.countedDays
  return {
    heading: say(says.split(word('split'), say(text), figure(workdays))),
    columns: [
      { head: word('owner'), span: 2 },
      { head: word('splitActivities'), align: 'center' },
      { head: word('splitWorkdays'), align: 'center' },
      { head: word('splitCritical'), align: 'center' },
    ],
    rows: plan.split.map(({ owner, activities, workdays: total, onCriticalChain }) => [
      ownerName(view, owner),
      activities,
      total,
      onCriticalChain,
    ]),
  }
}
