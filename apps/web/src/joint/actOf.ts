import { JointAct, type JointView } from '@kaigong/contract'
import { paperOf } from './PaperChooser.tsx'

/** What a form collects, whichever act it is for. */
export type Filled = {
  readonly verdict?: string
  readonly conclusion?: string
  readonly lines?: string
  readonly paper?: string | undefined
  readonly workdays?: number | undefined
  readonly approval?: string
  readonly agencies?: readonly string[]
  readonly items?: readonly string[]
  readonly dueOn?: string | undefined
  readonly overrunReason?: string
}

const linesIn = (text = ''): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** The act that a filled form stands for, checked by the contract. */
export function actOf(type: JointAct['type'], filled: Filled, { drawings }: Pick<JointView, 'drawings'>) {
  const paper = filled.paper === undefined ? undefined : paperOf(filled.paper)
  const written: Readonly<Record<JointAct['type'], object>> = {
    opine: {
      verdict: filled.verdict,
      conditions: filled.verdict === 'agrees' ? [] : linesIn(filled.lines),
      drawingsSha256: drawings?.sha256 ?? null,
    },
    extend: { workdays: filled.workdays, approval: filled.approval ?? '' },
    replaceDrawings: { drawings: paper },
    handInSurvey: { survey: paper },
    visit: { agencies: [...(filled.agencies ?? [])] },
    askRectification: { items: linesIn(filled.lines), dueOn: filled.dueOn },
    rectify: { items: [...(filled.items ?? [])] },
    sumUp: {
      conclusion: filled.conclusion,
      ...(filled.overrunReason?.trim() ? { overrunReason: filled.overrunReason } : {}),
    },
  }
  return JointAct.safeParse({ type, ...written[type] })
}
