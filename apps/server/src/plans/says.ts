import type { PlanCause, Text } from '@kaigong/contract'
import type { z } from 'zod'
import type { Says } from '../platform/events/says.ts'

const causes: Readonly<Record<z.infer<typeof PlanCause>, Text>> = {
  asked: { zh: '', en: '' },
  factsChanged: { zh: '（项目属性有变）', en: ' (facts changed)' },
  catalogueChanged: { zh: '（事项目录有变）', en: ' (the catalogue changed)' },
  calendarChanged: { zh: '（放假安排有变）', en: ' (the calendar changed)' },
  promiseChanged: { zh: '（承诺时限有变）', en: ' (promised limits changed)' },
}
const causeOf = (cause: unknown): Text => causes[cause as keyof typeof causes] ?? causes.asked
const nameOf = (name: unknown): Text => name as Text
const namesOf = (list: unknown): Text => {
  const names = (list as readonly { readonly name: Text }[]).map(({ name }) => name)
  return { zh: names.map((n) => n.zh).join('、'), en: names.map((n) => n.en).join(', ') }
}

/** What happened to plans. */
export const says: Says = {
  planComputed: ({ no, cause, constructionStart }) => ({
    zh: `计算审批方案第 ${no} 版${causeOf(cause).zh}${constructionStart === null ? '' : `，预计 ${constructionStart} 可开工`}`,
    en: `Version ${no} of the plan was computed${causeOf(cause).en}${constructionStart === null ? '' : `; construction can start on ${constructionStart}`}`,
  }),
  planImpossible: ({ cause, why }) => ({
    zh: `情况有变${causeOf(cause).zh}，重新计算排不出方案：${nameOf(why).zh}`,
    en: `Things changed${causeOf(cause).en}, and no new plan can be made: ${nameOf(why).en}`,
  }),
  planCirculated: ({ no, agencies }) => ({
    zh: `方案第 ${no} 版送会签：${namesOf(agencies).zh}`,
    en: `Version ${no} was sent for countersigning: ${namesOf(agencies).en}`,
  }),
  planCountersigned: ({ no, name }) => ({
    zh: `${nameOf(name).zh}会签方案第 ${no} 版`,
    en: `${nameOf(name).en} countersigned version ${no}`,
  }),
  planObjected: ({ no, name }) => ({
    zh: `${nameOf(name).zh}不同意方案第 ${no} 版`,
    en: `${nameOf(name).en} objected to version ${no}`,
  }),
  countersignReminded: ({ no, agencies }) => ({
    zh: `催办方案第 ${no} 版会签：${namesOf(agencies).zh}`,
    en: `Reminded of countersigning version ${no}: ${namesOf(agencies).en}`,
  }),
  planAdopted: ({ no, despite, unsigned }) =>
    despite === undefined
      ? {
          zh: `采用方案第 ${no} 版，会签日期成为承诺`,
          en: `Version ${no} was adopted; its dates are promises now`,
        }
      : {
          zh: `采用方案第 ${no} 版；未会签：${namesOf(unsigned).zh}；理由：${despite}`,
          en: `Version ${no} was adopted without ${namesOf(unsigned).en}; reason: ${despite}`,
        },
  planSuperseded: ({ no, by }) => ({
    zh: `方案第 ${no} 版由第 ${by} 版取代`,
    en: `Version ${no} gave way to version ${by}`,
  }),
  planDropped: ({ no }) => ({ zh: `放弃方案第 ${no} 版`, en: `Version ${no} was dropped` }),
  planShared: ({ no, expiresAt }) => ({
    zh: `生成方案第 ${no} 版的免登录链接，有效至 ${dayOf(expiresAt)}`,
    en: `A link to version ${no} was made; it lasts until ${dayOf(expiresAt)}`,
  }),
  linkRevoked: ({ no }) => ({ zh: `收回方案第 ${no} 版的链接`, en: `A link to version ${no} was withdrawn` }),
}

const dayOf = (instant: unknown): string =>
  Temporal.Instant.from(String(instant)).toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString()
