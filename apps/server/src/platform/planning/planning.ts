import type { Catalogue, Fault, Project, TextFile } from '@kaigong/catalogue'
import type { DistrictCode, planFormats } from '@kaigong/contract'
import type { districtWeeks } from '@kaigong/export'
import type { NoPlan, Plan, Request } from '@kaigong/planner'

/** The texts of an edition, and the hash that names them. */
export type EditionTexts = { readonly id: string; readonly files: readonly TextFile[] }

export type PlanTask = {
  readonly edition: EditionTexts
  readonly district: DistrictCode
  readonly project: Project
  readonly request: Request
  /** Also try remedies and the answers to unknown facts: some twenty plans more. */
  readonly explore: boolean
}

/** The plan with the number of breaches that the independent checker found in it: 0 is the rule. */
export type Planned = { readonly plan: Plan; readonly violations: number } | NoPlan

/** A plan to be written as a file; the weeks of its district are what MS Project calls calendars. */
export type WriteTask = {
  readonly plan: Plan
  readonly format: (typeof planFormats)[number]
  readonly lang: 'zh' | 'en'
  readonly weeks: ReturnType<typeof districtWeeks>
}

/** Work that takes more than a few milliseconds, done in threads beside the one that answers requests. */
export type Planning = {
  readonly readCatalogue: (texts: EditionTexts) => Promise<{ catalogue: Catalogue } | { faults: readonly Fault[] }>
  /** Throws an AbortError when the signal says stop. */
  readonly plan: (task: PlanTask, signal?: AbortSignal) => Promise<Planned>
  readonly write: (task: WriteTask, signal?: AbortSignal) => Promise<string | Uint8Array>
  readonly close: () => Promise<void>
}
