import type { Text } from '@kaigong/catalogue'

/**
 * The national status codes of a case (BLZT, domain 3.7; confidence C: read in other systems' exchange, not in the standard itself).
 * 14 撤回 recalls a decision in force; an officer who takes back what he passed on (also 撤回) does something else.
 */
export const STATUS_NAMES = {
  1: { zh: '接件', en: 'received' },
  2: { zh: '撤件', en: 'withdrawn' },
  3: { zh: '受理', en: 'accepted' },
  4: { zh: '不受理', en: 'not accepted' },
  5: { zh: '不予受理', en: 'acceptance refused' },
  6: { zh: '补正（开始）', en: 'supplement begins' },
  7: { zh: '补正（结束）', en: 'supplement ends' },
  8: { zh: '部门开始办理', en: 'department starts' },
  9: { zh: '特别程序（开始）', en: 'special procedure begins' },
  10: { zh: '特别程序（结束）', en: 'special procedure ends' },
  11: { zh: '办结（通过）', en: 'closed, passed' },
  12: { zh: '办结（容缺通过）', en: 'closed, passed with tolerance' },
  13: { zh: '办结（不通过）', en: 'closed, rejected' },
  14: { zh: '撤回', en: 'recalled' },
  15: { zh: '撤销', en: 'revoked' },
} as const satisfies Record<number, Text>
export type StatusCode = keyof typeof STATUS_NAMES

/** A row of the flow as it is reported (XMSPSXBLXXXXB): the code, its day, and which supplement or procedure it opens or closes. */
export type FlowRow = { readonly code: StatusCode; readonly on: number; readonly id?: string | undefined }

/** What is wrong with a row: it stands where the national flow has no place for it. */
export type FlowFault = { readonly row: number; readonly says: Text }

/**
 * Everything in a reported flow that cannot be (domain 3.7: 1→3→8→(6→7)*→(9→10)*→11/12/13, no decision without a 3 or an 8 before it),
 * for rows that come from another system. Supplements and procedures may overlap, each with the end that bears its id.
 */
export function flowFaults(rows: readonly FlowRow[]): readonly FlowFault[] {
  return rows.flatMap((_, i) => rowFaults(rows.slice(0, i), rows[i]!).map((says) => ({ row: i, says })))
}

const name = (code: StatusCode) => STATUS_NAMES[code]
const isDecision = (code: StatusCode) => code === 11 || code === 12 || code === 13
const isGranted = (code: StatusCode) => code === 11 || code === 12
const isEnd = (code: StatusCode) => isDecision(code) || code === 2 || code === 4 || code === 5 || code >= 14

/** What is wrong with a row after the ones before it. */
function rowFaults(before: readonly FlowRow[], row: FlowRow): readonly Text[] {
  const { code, on } = row
  const says: Text[] = []
  if (before.some((r) => r.on > on))
    says.push({
      zh: '日期早于前面的行。请核对各行日期。',
      en: 'Its day lies before that of a row above. Check the days.',
    })
  if ((before.length === 0) !== (code === 1))
    says.push({ zh: '流水应以一次且仅一次“接件”开始。', en: 'A flow begins with “received”, once and only once.' })
  const end = before.findLast((r) => isEnd(r.code))?.code
  if (end !== undefined && !(isGranted(end) && code >= 14))
    says.push({
      zh: `“${name(end).zh}”之后不再有“${name(code).zh}”。`,
      en: `Nothing of the kind of “${name(code).en}” follows “${name(end).en}”.`,
    })
  if (code >= 14 && end === undefined)
    says.push({ zh: '尚未准予，无可撤回、撤销。', en: 'Nothing has been granted that could be recalled or revoked.' })
  if ((code === 7 || code === 10) && !isOpen(before, row))
    says.push({ zh: `“${name(code).zh}”没有对应的开始。`, en: `“${name(code).en}” ends what never began.` })
  return isDecision(code) ? [...says, ...decisionFaults(before)] : says
}

const isOpen = (before: readonly FlowRow[], { code, id }: FlowRow) =>
  before.filter((r) => r.id === id && r.code === code - 1).length >
  before.filter((r) => r.id === id && r.code === code).length

function decisionFaults(before: readonly FlowRow[]): readonly Text[] {
  const says: Text[] = []
  if (!before.some((r) => r.code === 3 || r.code === 8))
    says.push({
      zh: '办结前没有“受理”或“部门开始办理”。请补报。',
      en: 'There is no “accepted” and no “department starts” before the decision. Report it.',
    })
  const opened = before.filter((r) => r.code === 6 || r.code === 9)
  if (opened.some((r) => isOpen(before, { ...r, code: (r.code + 1) as StatusCode })))
    says.push({
      zh: '办结时仍有补正或特别程序未结束。',
      en: 'A supplement or special procedure is still open when the case is closed.',
    })
  return says
}
