import type { OutOf, ProjectFacts, planContracts, Text } from '@kaigong/contract'
import type { Plan } from '@kaigong/planner'

type Reason = OutOf<typeof planContracts.compare>['because'][number]
/** A version as it is compared: the plan, and the facts as they were stated. */
export type Compared = { readonly plan: Plan; readonly facts: ProjectFacts }

const plain = (text: string): Text => ({ zh: text, en: text })

/** Why two versions differ: what was answered or entered differently, another law, another calendar, another question. */
export function becauseOf(before: Compared, after: Compared): Reason[] {
  const [a, b] = [before.plan, after.plan]
  return [
    ...answers(a, b),
    ...entries(before, after),
    ...differing(
      'catalogue',
      { zh: '目录版本', en: 'catalogue' },
      catalogueOf(a),
      catalogueOf(b),
      a.rests.catalogue !== b.rests.catalogue,
    ),
    ...differing(
      'calendar',
      { zh: '放假安排已公布至', en: 'calendars published through' },
      plain(a.rests.calendarThrough),
      plain(b.rests.calendarThrough),
    ),
    ...differing('asOf', { zh: '计划基准日', en: 'as-of day' }, plain(a.asOf), plain(b.asOf)),
    ...differing('anchor', { zh: '所问', en: 'question' }, askedOf(a), askedOf(b)),
  ]
}

function differing(
  kind: Reason['kind'],
  name: Text,
  before: Text | null,
  after: Text | null,
  differ = before?.zh !== after?.zh,
): readonly Reason[] {
  return differ ? [{ kind, name, before, after }] : []
}

/** Editions of the same name are told apart by the beginning of their hash. */
const catalogueOf = ({ rests }: Plan): Text => plain(`${rests.edition} (${rests.catalogue.slice(0, 8)})`)

function askedOf({ verdict: { asked } }: Plan): Text {
  const day = asked.date ?? ''
  switch (asked.kind) {
    case 'earliest':
      return { zh: '最早', en: 'the earliest' }
    case 'landDay':
      return { zh: `拿地日 ${day}`, en: `land on ${day}` }
    case 'startBy':
      return { zh: `${day} 前开工`, en: `start by ${day}` }
  }
}

/** Facts in the words of the catalogue; what was only assumed was not answered. */
function answers(a: Plan, b: Plan): readonly Reason[] {
  const of = ({ facts }: Plan) => new Map(facts.filter((f) => !f.assumed).map((f) => [`${f.fact} ${f.scope}`, f]))
  const [old, next] = [of(a), of(b)]
  return [...new Set([...old.keys(), ...next.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), next.get(key)]
    const either = is ?? was
    if (!either) return []
    const name = either.scope === '' ? either.name : mapText(either.name, (text) => `${text} @${either.scope}`)
    return differing('fact', name, was?.value ?? null, is?.value ?? null)
  })
}

const mapText = ({ zh, en }: Text, change: (text: string) => string): Text => ({ zh: change(zh), en: change(en) })

type Entry = { readonly key: string; readonly name: Text; readonly value: Text }

/** What stands beside the facts: what is done, what is ready, chosen tracks, phases, parcels, buildings, assessments. */
function entries(before: Compared, after: Compared): readonly Reason[] {
  const of = (compared: Compared) => new Map(entriesOf(compared).map((entry) => [entry.key, entry]))
  const [old, next] = [of(before), of(after)]
  return [...new Set([...old.keys(), ...next.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), next.get(key)]
    const name = (is ?? was)?.name
    return name ? differing('fact', name, was?.value ?? null, is?.value ?? null) : []
  })
}

function entriesOf({ plan, facts }: Compared): readonly Entry[] {
  const {
    done = [],
    ready = [],
    tracks = {},
    phases = [],
    parcels = [],
    unitWorks = [],
    assessments = [],
    land,
  } = facts
  const matterName = (id: string): Text => plan.matters.find((m) => m.matter === id)?.name ?? plain('')
  const dated = (list: readonly unknown[], zh: string, en: string): readonly Entry[] =>
    (list as readonly Dated[]).map(({ matter, scope = '', material = '', on }) => {
      const which = [matter, scope, material].filter((part) => part !== '').join(' ')
      const name = matterName(matter)
      return {
        key: `${en} ${which}`,
        name: { zh: `${zh}：${which} ${name.zh}`, en: `${en}: ${which} ${name.en}` },
        value: plain(on),
      }
    })
  const named = (list: readonly unknown[], zh: string, en: string): readonly Entry[] =>
    (list as readonly Named[]).map(({ facts: _, ...own }) => ({
      key: `${en} ${own.id}`,
      name: { zh: `${zh} ${own.id}`, en: `${en} ${own.id}` },
      value: mapText(own.name ?? plain(own.id), (text) => `${text}${more(own)}`),
    }))
  return [
    ...(land
      ? [{ key: 'land', name: { zh: '拿地口径', en: 'what the land day means' }, value: plan.land.basisName }]
      : []),
    ...dated(done, '已办', 'done'),
    ...dated(ready, '材料就绪', 'materials ready'),
    ...Object.entries(tracks).map(([matter, track]) => ({
      key: `track ${matter}`,
      name: { zh: `办理方式：${matter} ${matterName(matter).zh}`, en: `track: ${matter} ${matterName(matter).en}` },
      value: trackNames[track] ?? plain(track),
    })),
    ...named(phases, '分期', 'phase'),
    ...named(parcels, '地块', 'parcel'),
    ...named(unitWorks, '单体', 'unit of works'),
    ...assessments.map((id) => ({
      key: `assessment ${id}`,
      name: { zh: '区域评估', en: 'regional assessment' },
      value: plain(id),
    })),
  ]
}

// The server has read them with the catalogue before it kept them: they are what a project file may hold.
type Dated = { readonly matter: string; readonly scope?: string; readonly material?: string; readonly on: string }
type Named = {
  readonly id: string
  readonly name?: Text
  readonly facts?: unknown
  readonly notBefore?: string
  readonly phase?: string
  readonly parcels?: readonly string[]
}

/** What else is said of a phase or a building, so that a change of it shows. */
function more({ notBefore, phase, parcels = [] }: Named): string {
  const parts = [notBefore, phase, ...parcels].filter((part) => part !== undefined)
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`
}

const trackNames: Readonly<Record<string, Text>> = {
  best: { zh: '最优', en: 'best' },
  standard: { zh: '一般', en: 'standard' },
  tolerance: { zh: '容缺受理', en: 'tolerance' },
  commitment: { zh: '告知承诺', en: 'commitment' },
  preReview: { zh: '模拟审批', en: 'pre-review' },
  exempt: { zh: '免办（区域评估）', en: 'exempt' },
}
