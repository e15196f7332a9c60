import type { Catalogue, District, Judge, Law, Matter, Project } from '@kaigong/catalogue'
import type { Answers } from './answers.ts'
import type { Clock, Tick } from './clock.ts'
import type { Activity, PlannedMatter, Scope, Subject } from './subject.ts'

/** What a judgement rests on: the law and the project as the caller hands them in. */
export type Grounds = { readonly catalogue: Catalogue; readonly project: Project }

/** An activity of the plan with its moments as ticks. */
export type Step = Activity & { readonly from: Tick; readonly until: Tick }

/** One matter at one place, judged by the answers at that place and by the law of its own day of acceptance. */
export type Standing = {
  readonly matter: Matter
  readonly scope: Scope
  /** Day of acceptance, ISO: the plan's own, or that of the document where it is done. */
  readonly acceptedOn: string
  readonly answers: Answers
  /** By what is known, and with the usual answers for what is not. */
  readonly known: Judge
  readonly usual: Judge
}

/** A matter of the plan. */
export type Occurrence = Standing & {
  readonly id: string
  readonly said: PlannedMatter
  readonly steps: readonly Step[]
  /** Day on which the project file says that it was issued. */
  readonly doneOn: string | undefined
  /** Id of the variant that the facts choose. */
  readonly variant: string | undefined
}

/** The plan as the checker reads it, with all that it is held against. */
export type Reading = {
  readonly plan: Subject
  readonly catalogue: Catalogue
  readonly project: Project
  readonly district: District
  readonly clock: Clock
  readonly laws: ReadonlyMap<string, Law>
  readonly occurrences: readonly Occurrence[]
  readonly of: (matter: string) => readonly Occurrence[]
  /** What the catalogue knows and the plan does not have, at each place where it might have it. */
  readonly absent: readonly Standing[]
  readonly meet: (a: { readonly scope: Scope }, b: { readonly scope: Scope }) => boolean
}

export type Assessment = District['regionalAssessments'][number]
