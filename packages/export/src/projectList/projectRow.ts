import type { Text } from '../words.ts'

export type Level = 'province' | 'city' | 'district' | 'none'
export type ListKind = 'implementation' | 'reserve'
export type Construction = 'new' | 'continued'
export type Stage =
  | 'planned'
  | 'signed'
  | 'reserve'
  | 'early'
  | 'started'
  | 'building'
  | 'completed'
  | 'producing'
  | 'fullOutput'
  | 'suspended'
  | 'withdrawn'

/** A line of the project list. Money is 万元 as decimal text, days are ISO dates, codes are as they are stored. */
export type ProjectRow = {
  readonly name: string
  readonly code: string | null
  readonly level: Level
  readonly kind: ListKind
  readonly listYear: number | null
  readonly construction: Construction
  readonly township: string | null
  readonly industry: string | null
  readonly cluster: string | null
  readonly fiveNew: string | null
  readonly company: string | null
  readonly creditCode: string | null
  readonly content: string | null
  readonly capacity: string | null
  readonly investmentWan: string | null
  readonly equipmentWan: string | null
  readonly spentBeforeWan: string | null
  readonly yearPlanWan: string | null
  readonly spentThisYearWan: string | null
  readonly yearGoal: string | null
  readonly startPlanned: string | null
  readonly startActual: string | null
  readonly completionPlanned: string | null
  readonly stage: Stage
  readonly leader: string | null
  readonly helper: string | null
  readonly remark: string | null
  readonly synthetic: boolean
  /** Which project this is, and in which version it was written out; null for one that is new. */
  readonly key: string | null
  readonly version: number | null
}

/** How the reader checks codes: the rules stand in the contract, and the caller hands them in. */
export type CodeChecks = Readonly<
  Record<
    'projectCode' | 'creditCode' | 'industry',
    (written: string) => { readonly value: string } | { readonly fault: Text }
  >
>

/** A cell that cannot be read as it stands. `row` counts from 1, as the sheet shows it. */
export type CellFault = {
  readonly sheet: string
  readonly row: number
  readonly column: string
  readonly header: string
  readonly value: string
  readonly message: Text
}

/** A column of an uploaded sheet that the list knows. */
export type FoundColumn = {
  readonly sheet: string
  readonly key: keyof ProjectRow
  readonly letter: string
  readonly header: string
}

/**
 * What a workbook says. A row has a field for each column that its sheet has: null where the cell is empty, and none where
 * the cell is faulty; fields of columns that are not there are to be left as they are.
 */
export type ProjectListRead = {
  readonly rows: readonly { readonly sheet: string; readonly row: number; readonly project: Partial<ProjectRow> }[]
  readonly columns: readonly FoundColumn[]
  readonly faults: readonly CellFault[]
  readonly warnings: readonly Text[]
}
