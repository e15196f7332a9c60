/**
 * The model a caller hands to `schedule`. It knows nothing of permits: activities, calendars, lags, capacities, goals.
 * All times are whole ticks on one axis, 0..horizon; what a tick means is the caller's affair.
 */
export type Time = number

/** Open and closed ticks of one calendar, summed once so that every question about it is answered in constant time. */
export type Calendar = {
  readonly id: string
  /** `openBefore[t]` = number of open ticks in [0, t); length horizon + 1. */
  readonly openBefore: Int32Array
  /** `nth[k]` = the k-th open tick, from 0. */
  readonly nth: Int32Array
}

/**
 * A stretch of time measured in a calendar, or in elapsed time where it names none: the duration of an activity or the length
 * of a lag.
 * From time t it ends right after the `amount`-th open tick at or after the point of counting:
 * `now` counts from t, `startOfDay` from the beginning of t's day, `nextDay` from the end of t's day.
 * An amount of 0 ends at t, and no span ends before t, even where `startOfDay` counts ticks that are over.
 * With `rollTo` an end that does not close an open tick of that calendar moves on to the next that does.
 */
export type Span = {
  readonly calendar?: number
  readonly amount: number
  readonly countFrom: 'now' | 'startOfDay' | 'nextDay'
  readonly rollTo?: number
}

export type Demand = { readonly resource: number; readonly amount: number }

export type Mode = { readonly duration: Span; readonly demands: readonly Demand[] }

export type Activity = {
  readonly id: string
  /** At least one. A mode's demands are held from start to finish, closed ticks included. */
  readonly modes: readonly Mode[]
  /** Starts only on a tick that is open in this calendar. */
  readonly startIn?: number
  /** Starts at this time or after; 0 where none is given. */
  readonly release?: Time
  /** Finishes at this time or before; hard. */
  readonly deadline?: Time
  /** Wanted finish; soft, with a weight, for goal `tardiness`. */
  readonly due?: { readonly at: Time; readonly weight: number }
  /**
   * Already happened or decided: not moved, nor checked against its own deadline, the capacities, or lags among fixed activities.
   * Lags to and from activities that can still move hold, and its demands are taken before those of others.
   */
  readonly fixed?: { readonly start: Time; readonly finish: Time; readonly mode: number }
}

export type Point = 'start' | 'finish'

/** `to` comes at or after the end of `min` from `from`, and at or before the end of `max` from `from`. */
export type Lag = {
  readonly from: number
  readonly fromPoint: Point
  readonly to: number
  readonly toPoint: Point
  readonly min?: Span
  readonly max?: Span
}

/** Available units over time: each step holds from its `from` until the next; steps ascend and begin at 0. */
export type Resource = {
  readonly id: string
  /** A budget is used up by whatever is done, whenever that is, and has one step; other units come back at the finish. */
  readonly kind?: 'budget'
  readonly capacity: readonly { readonly from: Time; readonly units: number }[]
}

/** Goals in order: a later one is improved only as far as no earlier one gets worse. */
export type Goal =
  | { readonly kind: 'earliest'; readonly activity: number; readonly point: Point }
  | { readonly kind: 'makespan' }
  | { readonly kind: 'tardiness' }
  /** Start these as late as the goals before it, the deadlines and the lags allow: what costs before it is certain. */
  | { readonly kind: 'latest'; readonly activities: readonly number[] }
  /** Everything not yet decided, as early as possible. It chooses among schedules that are equally good, so it uses up no slack. */
  | { readonly kind: 'compact' }

export type Problem = {
  readonly horizon: Time
  /** Ticks in one day, for `startOfDay` and `nextDay`; tick 0 begins a day. */
  readonly day: number
  /** Each at least as long as the horizon. */
  readonly calendars: readonly Calendar[]
  readonly resources: readonly Resource[]
  readonly activities: readonly Activity[]
  readonly lags: readonly Lag[]
  readonly goals: readonly Goal[]
}

/**
 * Why an activity does not start earlier. Each reason alone forbids every earlier start; a resource, or a lag between the
 * activity's own points, only the start just before. Where it was put late, `late` comes first and the others say why it does
 * not start later still. The first reason is the one that its earliest date was derived from. Who follows reasons from
 * activity to activity has to mind circles: two that lags tie together can each name the other.
 */
export type Binding =
  | { readonly kind: 'lag'; readonly lag: number; readonly side: 'min' | 'max' }
  /** No holder: the capacity itself is too small at that time. */
  | { readonly kind: 'resource'; readonly resource: number; readonly holders: readonly number[] }
  /** The other reasons allow `from`; the calendar opens only at the start found. */
  | { readonly kind: 'calendar'; readonly calendar: number; readonly from: Time }
  /** Its release, or time 0 where it has none. */
  | { readonly kind: 'release' }
  /** Its own deadline, or what the goals demand of it. */
  | { readonly kind: 'deadline' }
  | { readonly kind: 'fixed' }
  /** Held back on purpose: could start at `earliest`, put late by this goal. */
  | { readonly kind: 'late'; readonly goal: number; readonly earliest: Time }

export type Schedule = {
  readonly status: 'scheduled'
  readonly start: Int32Array
  readonly finish: Int32Array
  readonly mode: Int32Array
  /**
   * Earliest and latest start of each activity that leave every goal but `compact` as good as it is, while the others give way
   * as the lags ask and scarce resources are passed on in the same order; `latest - start` is its slack.
   */
  readonly earliest: Int32Array
  readonly latest: Int32Array
  readonly binding: readonly (readonly Binding[])[]
  /**
   * Value of each goal, in ticks, and a bound that no schedule as good in the goals before it can beat. `earliest` and
   * `makespan`: the time; `tardiness`: the sum of weight times lateness; `latest` and `compact`: the sum of the starts
   * (of all activities for `compact`). More is better for `latest`, less for the others.
   */
  readonly value: readonly number[]
  readonly bound: readonly number[]
  /** True only when value equals bound for every goal: proved, not merely not improved. */
  readonly optimal: boolean
}

/**
 * The constraints that cannot hold together: a chain from a fixed point, release or time 0 to what it breaks.
 * Each link alone pushes its activity to where the next link needs it; two links of one activity in a row are a reason and the
 * calendar that opens only later. A chain that `breaks` a `cycle` begins with what `activity`, at `wanted`, pushes first and
 * comes back to it: going round once moves it to `possible`, and so on past the horizon.
 */
export type Conflict = {
  readonly status: 'infeasible'
  readonly activity: number
  /** `fixed`: the activity is pushed past where it is fixed; `horizon`: past the end of the time axis; `capacity`: past its last start. */
  readonly breaks: 'deadline' | 'fixed' | 'cycle' | 'horizon' | 'capacity'
  /** The point of the activity that cannot lie where it has to, the time it would have to respect, and the earliest it can have. */
  readonly point: Point
  readonly wanted: Time
  readonly possible: Time
  readonly chain: readonly { readonly activity: number; readonly because: Binding }[]
  /** False when only the search gave up: with scarce capacity or many modes a schedule may exist that it did not find. */
  readonly proved: boolean
}

export type Result = Schedule | Conflict

/** A fault of the problem itself, which the caller has to repair before anything can be scheduled. */
export type Fault = {
  readonly code:
    | 'horizon'
    | 'day'
    | 'calendarTooShort'
    | 'capacitySteps'
    /** A budget where there are calendars or another goal than the makespan. */
    | 'budget'
    | 'noMode'
    | 'span'
    | 'demand'
    | 'demandAboveCapacity'
    | 'startIn'
    | 'release'
    | 'deadline'
    | 'due'
    | 'fixed'
    | 'lag'
    | 'goal'
  /** Index in the list the code speaks of (calendars, resources, activities, lags, goals); 0 for the problem as a whole. */
  readonly index: number
  readonly activities: readonly number[]
}
