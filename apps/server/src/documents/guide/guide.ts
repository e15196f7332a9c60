import type { SheetHead } from '../sheets/head.ts'

/** One material as the guide lists it: ★ must be there, △ may follow, ○ is fetched by the agencies themselves. */
type GuideMaterial = {
  readonly mark: string
  readonly name: string
  readonly neededBy: string
  readonly confidence: string
}

export type GuideMatter = {
  readonly id: string
  readonly name: string
  readonly agency: string
  readonly track: string
  /** The limit planned with and the law's, each with where it comes from and how sure that is. */
  readonly limits: readonly { readonly label: string; readonly text: string }[]
  readonly dates: string
  readonly result: string
  readonly basis: string
  readonly materials: readonly GuideMaterial[]
}

/** A service guide (全流程标准化服务指南) as its template takes it. */
export type GuideSheet = SheetHead & {
  readonly heading: string
  readonly subheading: string
  readonly facts: readonly (readonly [string, string])[]
  readonly legend: string
  readonly stages: readonly { readonly name: string; readonly matters: readonly GuideMatter[] }[]
  readonly words: Readonly<Record<'matter' | 'handling' | 'materials', string>>
}
