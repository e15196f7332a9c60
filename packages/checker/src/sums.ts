import { countWorkdays, countWorkTicks, day, dayOfTick } from '@kaigong/calendar'
import type { EdgePoint } from '@kaigong/catalogue'
import { isoOf, type Tick } from './clock.ts'
import { occurrenceId } from './places.ts'
import { entered, reached } from './points.ts'
import type { Occurrence, Reading, Step } from './reading.ts'
import { matterName } from './says.ts'
import type { Violation } from './violation.ts'
import { ownerName } from './words.ts'

/** What a plan says in sum is what its activities say: certificates, gates, the land day, the critical chain, whose time it is. */
export function sums(reading: Reading): readonly Violation[] {
  return [...certificates(reading), ...gates(reading), ...landDay(reading), ...chain(reading), ...split(reading)]
}

function certificates(reading: Reading): readonly Violation[] {
  const { plan, project, catalogue } = reading
  const phase = { scope: { kind: 'phase', id: project.phases[0]?.id ?? '' } } as const
  const due = catalogue.landDay.certificates
    .flatMap(({ matter, phased }) => [...(phased === undefined ? [] : reading.of(phased)), ...reading.of(matter)])
    .filter((o) => o.steps.length > 0 && reading.meet(o, phase))
  const listed = (o: Occurrence) => plan.certificates.some((c) => occurrenceId(c.matter, c.scope) === o.id)
  return [
    ...due
      .filter((o) => !listed(o))
      .map((o): Violation => {
        const name = matterName(o)
        const message = { zh: `证照清单漏了${name.zh}`, en: `the list of certificates lacks ${name.en}` }
        return { code: 'certificate.missing', message, activities: [o.id] }
      }),
    ...plan.certificates.flatMap((c) => certificate(reading, c)),
  ]
}

function certificate(reading: Reading, c: Reading['plan']['certificates'][number]): readonly Violation[] {
  const { clock, plan } = reading
  const id = occurrenceId(c.matter, c.scope)
  const o = reading.of(c.matter).find((x) => x.id === id)
  const issued = o && reached(o, 'issued')
  if (!issued || issued.step.id !== c.activity || isoOf(issued.tick) !== c.date) {
    const is = issued ? isoOf(issued.tick) : '—'
    return [
      {
        code: 'certificate.date',
        message: {
          zh: `证照“${id}”按环节 ${is} 领取，清单为 ${c.date}（${c.activity}）`,
          en: `by its activities the certificate "${id}" is issued on ${is}; the list says ${c.date} (${c.activity})`,
        },
        activities: [c.activity],
      },
    ]
  }
  const land = plan.land.day
  const workdays = land === null ? null : countWorkdays(clock.weeks.office, day(land), dayOfTick(issued.tick))
  if (workdays === c.workdaysFromLand) return []
  return [
    {
      code: 'certificate.workdays',
      message: {
        zh: `证照“${id}”${c.date} 为拿地后第 ${workdays ?? '—'} 个工作日，清单为 ${c.workdaysFromLand ?? '—'}`,
        en: `the certificate "${id}" of ${c.date} comes ${workdays ?? '—'} working days after the land; the list says ${c.workdaysFromLand ?? '—'}`,
      },
      activities: [c.activity],
    },
  ]
}

function gates(reading: Reading): readonly Violation[] {
  return reading.plan.gates.flatMap((said) => {
    const gate = reading.catalogue.gates.find((g) => g.id === said.gate)
    const opened = (gate?.opens ?? []).flatMap(({ matter, point }) =>
      reading
        .of(matter)
        .filter((o) => o.scope.id === said.scope.id)
        .flatMap((o) => entered(o, point)?.tick ?? []),
    )
    const wrong = (what: string, is: string, date: string | null): Violation => ({
      code: 'gate.date',
      message: {
        zh: `闸门 ${said.gate} 的“${what}”按环节为 ${is}，方案为 ${date ?? '—'}`,
        en: `"${what}" of gate ${said.gate} is ${is} by its activities; the plan says ${date ?? '—'}`,
      },
      activities: [what],
    })
    const passed = opened.length > 0 ? isoOf(Math.min(...opened)) : null
    return [
      ...(passed === said.date ? [] : [wrong(said.gate, passed ?? '—', said.date)]),
      ...said.requires.flatMap(({ occurrence, matter, date }) => {
        const o = reading.of(matter).find((x) => x.id === occurrence)
        const points =
          gate?.requires.filter((r) => r.matter === matter).map((r): EdgePoint => r.point ?? 'issued') ?? []
        const dates = points.map((p) => dateOf(o, p))
        return dates.includes(date) ? [] : [wrong(occurrence, dates[0] ?? '—', date)]
      }),
    ]
  })
}

function dateOf(o: Occurrence | undefined, point: EdgePoint): string | null {
  const at = o && reached(o, point)
  return at ? isoOf(at.tick) : null
}

/** The day of the land event, the last parcel's where there are several. */
function landDay(reading: Reading): readonly Violation[] {
  const { plan, catalogue } = reading
  const basis = catalogue.landDay.bases.find((b) => b.id === plan.land.basis)
  const events = basis ? reading.of(basis.matter).flatMap((o) => reached(o, basis.point)?.tick ?? []) : []
  const is = events.length > 0 ? isoOf(Math.max(...events)) : null
  if (basis && is === plan.land.day) return []
  return [
    {
      code: 'land.day',
      message: {
        zh: `拿地日按环节为 ${is ?? '—'}（口径 ${plan.land.basis}），方案为 ${plan.land.day ?? '—'}`,
        en: `by its activities the land day is ${is ?? '—'} (basis ${plan.land.basis}); the plan says ${plan.land.day ?? '—'}`,
      },
      activities: [],
    },
  ]
}

function chain({ plan, occurrences }: Reading): readonly Violation[] {
  const steps = new Map(occurrences.flatMap((o) => o.steps).map((s) => [s.id, s]))
  const days = (s: Step | undefined) => (s ? `${isoOf(s.from)}–${isoOf(s.until)}` : '—')
  return plan.criticalChain
    .filter((link) => days(steps.get(link.activity)) !== `${link.start}–${link.finish}`)
    .map((link) => ({
      code: 'chain.dates',
      message: {
        zh: `关键链上的“${link.activity}”按环节为 ${days(steps.get(link.activity))}，方案为 ${link.start}–${link.finish}`,
        en: `"${link.activity}" on the critical chain is ${days(steps.get(link.activity))}; the plan says ${link.start}–${link.finish}`,
      },
      activities: [link.activity],
    }))
}

/** Each activity counts to the tenth of a working day, and so the sums are exact. */
function split(reading: Reading): readonly Violation[] {
  const { plan, occurrences } = reading
  const critical = new Set(plan.criticalChain.map((l) => l.activity))
  const open = occurrences.filter((o) => o.doneOn === undefined).flatMap((o) => o.steps)
  const owners = [...new Set([...open.map((s) => s.owner), ...plan.split.map((s) => s.owner)])]
  return owners.flatMap((owner): readonly Violation[] => {
    const said = plan.split.find((s) => s.owner === owner)
    const own = open.filter((s) => s.owner === owner)
    const near = (a: number, list: readonly Step[]) => Math.abs(a - workdays(reading, list)) < 0.05
    const onChain = own.filter((s) => critical.has(s.id))
    if (said?.activities === own.length && near(said.workdays, own) && near(said.onCriticalChain, onChain)) return []
    const is = `${own.length} / ${workdays(reading, own).toFixed(1)} / ${workdays(reading, onChain).toFixed(1)}`
    const claims = said ? `${said.activities} / ${said.workdays} / ${said.onCriticalChain}` : '—'
    return [
      {
        code: 'split.total',
        message: {
          zh: `${ownerName[owner].zh}的环节数、工作日、其中关键链上为 ${is}，方案为 ${claims}`,
          en: `activities, working days and those on the critical chain of the ${ownerName[owner].en} are ${is}; the plan says ${claims}`,
        },
        activities: own.map((s) => s.id),
      },
    ]
  })
}

const workdays = ({ clock }: Reading, steps: readonly Step[]): number =>
  steps.reduce((sum, s) => sum + Math.round(worked(clock, s.from, s.until) * 10) / 10, 0)

const worked = ({ weeks, hours }: Reading['clock'], from: Tick, until: Tick): number =>
  countWorkTicks(weeks.office, hours, from, until) / hours.ticksPerWorkday
