import type {
  AttachmentKind,
  CaseActType,
  JointActType,
  JointKind,
  LandEventKind,
  Parcel,
  ProjectFacts,
  ProjectIdentity,
  Role,
  TeamDuty,
} from '@kaigong/contract'

/** People, companies and projects name one another by key; whoever seeds gives them ids. */
export type DemoPerson = {
  readonly key: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly agency: string | null
  readonly company: string | null
  /** A number that no network gives out. */
  readonly phone: string
}

export type DemoCompany = { readonly key: string; readonly name: string; readonly creditCode: string }

/** How far a project's plan has come by the day on which the demo begins. */
export type DemoCourse = {
  /** The day on which it was put on the list. */
  readonly registeredOn: string
  /** The plan was computed as seen from this day; null for projects that nobody has planned yet. */
  readonly plannedOn: string | null
  readonly landDay: string | null
  readonly countersigned: 'not sent' | 'nobody' | 'some' | 'all'
}

/** One act on a case of the demo, on the day on which it happened; it is entered on that day too, unless `entered` says otherwise. */
export type DemoAct = {
  /** `2022-06-30 09:30` in Beijing. */
  readonly at: string
  /** Entered afterwards (补录): the moment of entering. */
  readonly entered?: string
  readonly by: string
  readonly act: Readonly<Record<string, unknown>> & { readonly type: 'receive' | CaseActType }
  /** Fields of the act that name people, by key. */
  readonly people?: Readonly<Record<string, string>>
  readonly attached?: readonly AttachmentKind[]
}

/** A case of the demo: which matter of the plan, and everything that was done. */
export type DemoCase = {
  readonly occurrence: string
  /** Materials that did not come with the application. */
  readonly without?: readonly string[]
  /** Handled in another system, which it mirrors. */
  readonly mirrored?: string
  readonly acts: readonly [DemoAct, ...DemoAct[]]
}

/** A joint review, drawing review or acceptance of the demo: who is asked by when, and everything that was done. */
export type DemoJoint = {
  readonly kind: JointKind
  readonly application: string
  /** Names of the invented papers that all share. */
  readonly papers?: { readonly drawings: string; readonly survey: string }
  readonly opened: { readonly at: string; readonly by: string }
  readonly asked: readonly { readonly agency: string; readonly matter: string; readonly dueOn: string }[]
  readonly acts: readonly {
    readonly at: string
    readonly by: string
    readonly act: Readonly<Record<string, unknown>> & { readonly type: JointActType }
  }[]
}

/** What happened about a project's land; moments are `2022-09-09 10:00` in Beijing. */
export type DemoLand = {
  /** Requested by the task force on invented drawings, and agreed to by whoever signs for the agency. */
  readonly preReviews: readonly {
    readonly occurrence: string
    readonly requested: string
    readonly agreed: string | null
    readonly by: string
  }[]
  readonly events: readonly { readonly at: string; readonly kind: LandEventKind; readonly reference: string }[]
  readonly rehearsed: string | null
  /** When the button was pressed. */
  readonly issued: string | null
}

export type DemoProject = {
  readonly key: string
  readonly identity: Omit<ProjectIdentity, 'companyId'>
  readonly company: string
  readonly facts: ProjectFacts
  readonly parcels: readonly Parcel[]
  readonly team: readonly { readonly person: string; readonly duty: TeamDuty; readonly agency: string | null }[]
  readonly course: DemoCourse
  readonly cases: readonly DemoCase[]
  readonly joint: readonly DemoJoint[]
  readonly land: DemoLand | null
}

export type DemoDistrict = {
  readonly code: string
  readonly name: { readonly zh: string; readonly en: string }
  readonly people: readonly DemoPerson[]
  readonly companies: readonly DemoCompany[]
  readonly projects: readonly DemoProject[]
}
