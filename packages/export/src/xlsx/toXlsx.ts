import type { Plan } from '@kaigong/planner'
import type { WriteSheet } from 'hucre'
import { type View, viewOf } from '../view.ts'
import type { Lang, Text } from '../words.ts'
import { serialOfDay } from './cell.ts'
import { type Content, sheetOf } from './layout.ts'
import { materials, materialWidths } from './materials.ts'
import { matters, matterWidths } from './matters.ts'
import { notes, noteWidths } from './notes.ts'
import { openQuestions, openWidths } from './openQuestions.ts'
import { overview, overviewWidths } from './overview.ts'
import { says } from './says.ts'
import { steps, stepWidths } from './steps.ts'
import { defaultFont } from './styles.ts'

/**
 * The plan as a workbook for Excel and WPS, with the sheets that an office circulates: overview, matters, steps,
 * materials, what does not apply or is open, and notes. Dates are real dates, codes are text, nothing is a formula; a
 * hidden sheet names the format, plan and edition that the workbook was made from. The same plan gives the same bytes.
 */
export async function toXlsx(plan: Plan, lang: Lang): Promise<Uint8Array> {
  // Loaded when a workbook is wanted: the command line starts without it.
  const { serialToDate, writeXlsx } = await import('hucre')
  const view = viewOf(plan, lang)
  const made = serialToDate(serialOfDay(plan.asOf))
  return await writeXlsx({
    sheets: [...contentsOf(view).map((content) => sheetOf(content, lang)), versionSheet(plan)],
    defaultFont: defaultFont(lang),
    // Left to itself the library writes the hour of writing.
    properties: {
      title: view.say(says.workbook(plan.project.name)),
      creator: 'Kaigong',
      created: made,
      modified: made,
    },
  })
}

function contentsOf(view: View): readonly Content[] {
  const { plan, say } = view
  const project = say(plan.project.name)
  const shared = (name: Text) => ({
    name: say(name),
    title: say(name),
    subtitle: say(says.subtitle(project, plan.asOf, say(says.unitDays))),
    footer: footerOf(view),
  })
  return [
    {
      ...shared(says.overview),
      title: say(says.workbook(plan.project.name)),
      paper: 'a4',
      widths: overviewWidths,
      blocks: overview(view),
    },
    {
      ...shared(says.matters),
      paper: 'a3',
      widths: matterWidths,
      blocks: [matters(view)],
      list: { frozenColumns: 2 },
    },
    { ...shared(says.steps), paper: 'a3', widths: stepWidths, blocks: [steps(view)], list: { frozenColumns: 3 } },
    {
      ...shared(says.materials),
      paper: 'a4',
      widths: materialWidths,
      blocks: [materials(view)],
      list: { frozenColumns: 2 },
    },
    { ...shared(says.open), paper: 'a4', widths: openWidths, blocks: openQuestions(view) },
    { ...shared(says.notes), paper: 'a4', widths: noteWidths, blocks: [notes(view)] },
  ]
}

/** In a footer `&` begins a code, so a name has its own doubled. */
function footerOf({ plan, say }: View): string {
  const { left, middle, right } = says.footer(say(plan.district.name).replaceAll('&', '&&'), plan.asOf)
  return `&L${say(left)}&C${say(middle)}&R${say(right)}`
}

/** What a program that takes the workbook back needs to know of it. */
const versionSheet = ({ format, project, district, asOf, rests }: Plan): WriteSheet => ({
  name: '_kaigong',
  hidden: true,
  rows: [
    ['format', 'kaigong-xlsx/1'],
    ['plan', format],
    ['project', project.code],
    ['district', district.code],
    ['asOf', asOf],
    ['catalogue', rests.catalogue],
    ['edition', rests.edition],
  ],
})
