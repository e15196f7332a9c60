import type { Plan } from '@kaigong/planner'
import { dayWritten, finishWritten, runWritten, startWritten } from './days.ts'
import { type Lang, sentence, type Text, type Word } from './words.ts'

export type Activity = Plan['activities'][number]
export type Matter = Plan['matters'][number]
export type Basis = Activity['length']['basis']
export type Scope = Activity['scope']
export type Owner = Activity['owner']

/** A plan as one reader sees it: the language chosen, and what a table or chart has to look up. */
export type View = {
  readonly plan: Plan
  readonly lang: Lang
  readonly say: (text: Text) => string
  readonly word: (word: Word, values?: Readonly<Record<string, string | number>>) => string
  readonly day: (day: string) => string
  readonly start: (moment: string) => string
  readonly finish: (moment: string) => string
  readonly run: (step: { readonly start: string; readonly finish: string }) => string
  /** '' for the whole project. */
  readonly scope: (scope: Scope) => string
  readonly agency: (id: string) => string
  readonly activity: (id: string) => Activity | undefined
  /** Where the details of an activity stand on the page. */
  readonly anchor: (activity: string) => string
  /** `2026.11 版（校验 3f9a…）` with the day through which its law was checked. */
  readonly edition: string
  /** A step's own name. Where the plan puts the matter and its scope before it (`竣工联合验收（1） · 审查决定`), without them: they stand beside it on the page. */
  readonly stepNamed: (activity: Activity) => string
  /** `C07 施工许可证（4.1 期）` by occurrence or matter; the id alone where the plan has no such matter. */
  readonly matterNamed: (id: string) => string
}

/** So much of the catalogue's hash tells two editions apart by eye. */
const hashShown = 12

export function viewOf(plan: Plan, lang: Lang): View {
  const opens = plan.rests.officeHours[0]?.[0] ?? ''
  const closes = plan.rests.officeHours.at(-1)?.[1] ?? ''
  const agencies = new Map(
    plan.matters.flatMap(({ agency, agencyName }) => (agency === null ? [] : [[agency, agencyName] as const])),
  )
  const activities = new Map(plan.activities.map((activity) => [activity.id, activity]))
  const anchors = new Map(plan.activities.map(({ id }, index) => [id, `step-${index + 1}`]))
  const say = (text: Text) => text[lang]
  const word: View['word'] = (key, values) => sentence(key, lang, values)
  const scope: View['scope'] = ({ kind, id }) => {
    switch (kind) {
      case 'project':
        return ''
      case 'phase':
        return id === '' ? '' : word('phaseScope', { id })
      case 'parcel':
        return id === '' ? '' : word('parcelScope', { id })
      case 'unitWorks':
        return word('unitScope', { id })
    }
  }
  const named = new Map([
    ...plan.notApplicable.map(({ matter, name }) => [matter, name] as const),
    ...plan.matters.map(({ matter, name }) => [matter, name] as const),
  ])
  const occurrences = new Map(plan.matters.map((matter) => [matter.id, matter]))
  return {
    plan,
    lang,
    say,
    word,
    day: (day) => dayWritten(day, lang),
    start: (moment) => startWritten(moment, opens, lang),
    finish: (moment) => finishWritten(moment, closes, lang),
    run: ({ start, finish }) => runWritten(start, finish, { opens, closes }, lang),
    scope,
    agency: (id) => {
      const name = agencies.get(id)
      return name === undefined ? id : say(name)
    },
    activity: (id) => activities.get(id),
    edition: word('editionOf', {
      edition: plan.rests.edition,
      catalogue: plan.rests.catalogue.slice(0, hashShown),
      day: plan.rests.lawCheckedThrough,
    }),
    stepNamed: ({ name, occurrence }) => {
      const whole = say(name)
      const matter = occurrences.get(occurrence)
      if (matter === undefined || !whole.startsWith(say(matter.name))) return whole
      const cut = whole.indexOf(' · ', say(matter.name).length)
      return cut === -1 ? whole : whole.slice(cut + 3)
    },
    anchor: (id) => anchors.get(id) ?? '',
    matterNamed: (id) => {
      const occurrence = occurrences.get(id)
      const name = occurrence?.name ?? named.get(id)
      if (name === undefined) return id
      const where = occurrence === undefined ? '' : scope(occurrence.scope)
      return `${occurrence?.matter ?? id} ${say(name)}${where === '' ? '' : lang === 'zh' ? `（${where}）` : ` (${where})`}`
    },
  }
}
