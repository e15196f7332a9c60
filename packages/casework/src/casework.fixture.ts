import { type Day, day, type WorkCalendar, type WorkHours, workCalendar, workHours } from '@kaigong/calendar'
import {
  type Catalogue,
  type District,
  deferrable,
  faultLine,
  type Matter,
  readCatalogue,
  type TextFile,
} from '@kaigong/catalogue'
import type { Actor, Role } from './actor.ts'
import type { LegalClock } from './clock/legalClock.ts'
import { legalClock } from './clock/legalClock.ts'
import type { CaseCommand, CommandOf, CommandType } from './command.ts'
import type { Context } from './context.ts'
import { decide } from './decide.ts'
import { ATTACHMENTS, type Attachment, type AttachmentKind } from './documents.ts'
import type { CaseEvent } from './event.ts'
import { replay } from './evolve.ts'
import { FLOW } from './flow.ts'
import { isRefusal, type Refusal } from './refusal.ts'
import type { CaseState } from './state.ts'
import { type Handling, type TermsOn, termsOf } from './terms.ts'

/** What the tests read files with: `node:fs`, handed in because in a package only a test may name it. */
export type Files = {
  readonly readdirSync: (path: URL, options: { readonly recursive: true; readonly encoding: 'utf8' }) => string[]
  readonly readFileSync: (path: URL, encoding: 'utf8') => string
}

const folder = new URL('../../../catalogue/', import.meta.url)
let opened: Promise<Catalogue> | undefined

/** This checkout's catalogue; read once for all test files of a worker, since nobody changes it in place. */
function realCatalogue({ readdirSync, readFileSync }: Files): Promise<Catalogue> {
  opened ??= (async () => {
    const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => path.endsWith('.yaml'))
      .sort()
      .map((path): TextFile => ({ path, text: readFileSync(new URL(path, folder), 'utf8') }))
    const read = await readCatalogue(texts, 'the catalogue of this checkout')
    if ('faults' in read) throw new Error(read.faults.map((f) => faultLine(f, 'en')).join('\n'))
    return read.catalogue
  })()
  return opened
}

/** Jintan with its law, its calendar and its office hours. */
export type Jintan = {
  readonly catalogue: Catalogue
  readonly district: District
  readonly calendar: WorkCalendar
  readonly hours: WorkHours
  readonly matter: (id: string) => Matter
  readonly termsOn: (id: string, variant?: string, handling?: Handling) => TermsOn
}

export async function jintan(files: Files): Promise<Jintan> {
  const catalogue = await realCatalogue(files)
  const district = catalogue.districts.find((d) => d.code === '320413')!
  const matter = (id: string) => catalogue.matters.find((m) => m.id === id)!
  return {
    catalogue,
    district,
    calendar: workCalendar(catalogue.calendars),
    hours: workHours(district.hours),
    matter,
    termsOn: (id, variant, handling) => termsOf(catalogue, district, matter(id), variant ?? null, handling),
  }
}

export const LI: Actor = { role: 'officer', person: 'li', agency: 'natural-resources' }
const WINDOW: Actor = { role: 'window', person: 'wang', agency: 'approval' }
export const COMPANY: Actor = { role: 'applicant', person: 'company' }
export const HEAD: Actor = { role: 'head', person: 'chief', agency: 'natural-resources' }
const ACTORS: Readonly<Record<Role, Actor>> = {
  applicant: COMPANY,
  window: WINDOW,
  officer: LI,
  head: HEAD,
  government: { role: 'government', person: 'mayor' },
  clock: { role: 'clock', person: 'clock' },
}

const everything: readonly Attachment[] = (Object.keys(ATTACHMENTS) as AttachmentKind[]).map((kind) => ({
  kind,
  sha256: 'a'.repeat(64),
}))

type Terse<T extends CommandType> = Omit<CommandOf<T>, 'type' | 'on' | 'attached'>

/** A case that is driven by commands, each on its day by whoever may do it, with all papers attached. */
export class Drive {
  readonly #jintan: Jintan
  readonly termsOn: TermsOn
  readonly events: CaseEvent[] = []
  /** Overrides what the context says. */
  given: Partial<Context> = {}

  constructor(jintan: Jintan, matter: string, variant?: string, handling?: Handling) {
    this.#jintan = jintan
    this.termsOn = jintan.termsOn(matter, variant, handling)
  }

  get state(): CaseState {
    return replay(this.events)
  }

  context(today: Day, actor: Actor): Context {
    const { calendar, hours } = this.#jintan
    return {
      today,
      calendar,
      hours,
      termsOn: this.termsOn,
      actor,
      authorisation: null,
      holds: () => true,
      ...this.given,
    }
  }

  /** Tries a command and keeps nothing. */
  answer(on: string, command: CaseCommand, actor = ACTORS[FLOW[command.type].by[0]!]): readonly CaseEvent[] | Refusal {
    return decide(this.state, { attached: everything, ...command }, this.context(day(on), actor))
  }

  /** Carries a command out; a refusal is a mistake of the test. */
  // biome-ignore lint/suspicious/noExplicitAny: the fields of the command are checked by its type where it is written
  do<T extends CommandType>(on: string, type: T, rest: Terse<T> = {} as any, actor?: Actor): this {
    const answer = this.answer(on, { type, ...rest } as unknown as CaseCommand, actor)
    if (isRefusal(answer)) throw new Error(`${on} ${type}: ${answer.refused} ${answer.says.en}`)
    this.events.push(...answer)
    return this
  }

  /** The code with which a command is refused; undefined where it would be carried out. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  refusal<T extends CommandType>(on: string, type: T, rest: Terse<T> = {} as any, actor?: Actor): Refusal | undefined {
    const answer = this.answer(on, { type, ...rest } as unknown as CaseCommand, actor)
    return isRefusal(answer) ? answer : undefined
  }

  clock(on: string, clock: string | null = null): LegalClock {
    const { calendar, hours } = this.#jintan
    return legalClock(this.events, { on: day(on), clock }, { calendar, hours, termsOn: this.termsOn })
  }
}

/** A case received with everything that its matter may need, or without what is named. */
export function received(
  jintan: Jintan,
  on: string,
  {
    matter = 'B02',
    variant,
    without = [],
    clock,
  }: { matter?: string; variant?: string; without?: readonly string[]; clock?: string } = {},
): Drive {
  const drive = new Drive(jintan, matter, variant)
  const all = jintan.matter(matter).materials.map((m) => m.id)
  const may = deferrable(jintan.district, jintan.matter(matter))
  const required = { essential: all.filter((id) => !may.includes(id)), deferrable: may }
  const handedIn = all.filter((id) => !without.includes(id))
  return drive.do(on, 'receive', {
    agency: 'natural-resources',
    applicant: 'company',
    required,
    handedIn,
    ...(clock === undefined ? {} : { clock }),
  })
}

/** A case in hand since a day: received, accepted and begun on it. */
export const inHand = (jintan: Jintan, on: string, of: Parameters<typeof received>[2] = {}): Drive =>
  received(jintan, on, of).do(on, 'accept').do(on, 'startDepartment')
