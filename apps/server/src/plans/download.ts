import type { planFormats } from '@kaigong/contract'
import { districtWeeks } from '@kaigong/export'
import type { Ground } from '@kaigong/planner'
import type { Deps } from '../platform/deps.ts'
import { type Answered, isRefused, type Refused } from '../platform/http/answer.ts'
import { unlessBusy } from './compute.ts'
import { documentOf, type PlanRow } from './rows.ts'

type Format = (typeof planFormats)[number]

const files: Readonly<Record<Format, { readonly type: string; readonly ending: string }>> = {
  html: { type: 'text/html; charset=utf-8', ending: 'html' },
  json: { type: 'application/json; charset=utf-8', ending: 'json' },
  ics: { type: 'text/calendar; charset=utf-8', ending: 'ics' },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ending: 'xlsx' },
  mspdi: { type: 'application/xml; charset=utf-8', ending: 'xml' },
}

/** One version as a file of the formats that the command line writes, too; written in a thread. */
export async function fileOf(
  { planning }: Pick<Deps, 'planning'>,
  ground: Ground,
  row: PlanRow,
  format: Format,
  lang: 'zh' | 'en',
  signal: AbortSignal,
): Promise<NonNullable<Answered['bytes']> | Refused> {
  const plan = documentOf(row)
  const written = await unlessBusy(() =>
    planning.write({ plan, format, lang, weeks: districtWeeks(ground, plan) }, signal),
  )
  if (isRefused(written)) return written
  const { type, ending } = files[format]
  const title = lang === 'zh' ? `${plan.project.name.zh} 审批方案 ${row.no}` : `${plan.project.name.en} plan ${row.no}`
  return { content: written, type, fileName: `${title}.${ending}` }
}
