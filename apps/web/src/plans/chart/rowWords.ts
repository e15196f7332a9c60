import type { PlanDocument } from '@kaigong/contract'
import type { Pick } from '../../text/usePick.ts'
import type { Say } from '../../text/useText.ts'
import { type Matter, matterText, shortDay, spanText, stepText } from '../names.ts'
import type { Certificate } from './landmarks.ts'
import type { Row } from './rows.ts'

/** Everything that a row says in words; the bars say the same to the eye. */
export type RowWords = {
  readonly name: string
  readonly agency: string
  readonly planned: string
  /** Beside the bars: the track, whose time, whether critical. */
  readonly after: string
  /** The bars as a sentence, for those who hear the chart. */
  readonly spoken: string
}

type Said = {
  readonly plan: PlanDocument
  readonly matters: ReadonlyMap<string, Matter>
  readonly certificates: ReadonlyMap<string, Certificate>
}

/** The words of a row in the person's language. */
export function rowWords(row: Row, said: Said, t: Say, pick: Pick): RowWords {
  switch (row.kind) {
    case 'group':
      return groupWords(row, said.plan.asOf, t, pick)
    case 'matter':
      return matterWords(row, said, t, pick)
    case 'activity':
      return activityWords(row, said, t, pick)
  }
}

type Of<K extends Row['kind']> = Extract<Row, { kind: K }>

function groupWords({ group, days, matters }: Of<'group'>, asOf: string, t: Say, pick: Pick): RowWords {
  return {
    name: 'stage' in group ? stageText(group.stage, t) : pick(group.agency),
    agency: t('plans.count', { n: matters }),
    planned: days ? datesOf(...days, asOf) : '',
    after: '',
    spoken: days ? spanText(...days, t) : '',
  }
}

function matterWords({ matter, bars, days }: Of<'matter'>, { plan, certificates }: Said, t: Say, pick: Pick): RowWords {
  const issued = certificates.get(matter.id)
  const after = joined([
    matter.track !== 'standard' && matter.track !== 'exempt' && t(`plans.track.${matter.track}`),
    matter.exemption && exemptText(matter.exemption, t),
    matter.done && t('plans.done'),
    matter.verdict === 'assumed' && t('plans.assumed'),
    bars.some((b) => b.critical) && t('plans.critical'),
  ])
  return {
    name: matterText(matter, pick, t),
    agency: pick(matter.agencyName),
    planned: days ? datesOf(...days, plan.asOf) : '—',
    after,
    spoken: joined([
      days && spanText(...days, t),
      ...new Set(bars.map((b) => t(`plans.owner.${b.owner}`))),
      issued && t('plans.certificateOn', { name: pick(issued.name), day: issued.day }),
      after,
    ]),
  }
}

function activityWords({ activity }: Of<'activity'>, { plan, matters }: Said, t: Say, pick: Pick): RowWords {
  const matter = matters.get(activity.occurrence)
  const owner = t(`plans.owner.${activity.owner}`)
  const after = joined([
    owner,
    activity.done && t('plans.done'),
    activity.assumed && t('plans.assumed'),
    activity.provisional && t('plans.provisional'),
    activity.critical ? t('plans.critical') : activity.slack > 0 && t('plans.slackLeft', { n: activity.slack }),
  ])
  return {
    name: stepText(activity, matter, pick),
    agency: activity.agency !== null && matter ? pick(matter.agencyName) : owner,
    planned: datesOf(activity.start.slice(0, 10), activity.finish.slice(0, 10), plan.asOf),
    after,
    spoken: joined([spanText(activity.start, activity.finish, t), after]),
  }
}

const joined = (parts: readonly (string | false | null | undefined)[]): string => parts.filter(Boolean).join(' · ')

/** `09-09 → 09-14`; the year only where it is another than that of the as-of day. */
function datesOf(from: string, to: string, asOf: string): string {
  const year = asOf.slice(0, 4)
  const written = (day: string) => (day.slice(0, 4) === year ? shortDay(day) : day.slice(2))
  return from === to ? written(from) : `${written(from)} → ${written(to)}`
}

const stages = [0, 1, 2, 3, 4, 5] as const
export function stageText(stage: number, t: Say): string {
  const known = stages.find((one) => one === stage)
  return known === undefined ? t('plans.stage.other') : t(`plans.stage.${known}`)
}

export const exemptText = ({ assessment, approvalNo, validTo }: NonNullable<Matter['exemption']>, t: Say): string =>
  t('plans.exempt', { assessment, number: approvalNo, day: validTo })
