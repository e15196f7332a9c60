import { day } from '@kaigong/calendar'
import { type CaseCommand, type Context, decide, FLOW, isRefusal, NO_CASE, type Role, replay } from '@kaigong/casework'
import { deferrable, readCatalogue } from '@kaigong/catalogue'
import { prepare } from '@kaigong/planner'
import { type CaseLaw, lawOf } from '../../cases/law.ts'
import { wordsOf } from '../../cases/record.ts'
import { catalogueOf } from '../../editions/catalogueFolder.ts'
import type { PaperEvent } from './noticeOf.ts'
import type { About } from './telling.ts'

async function jintan() {
  const read = await readCatalogue(catalogueOf('320413'), 'the catalogue of this checkout')
  if ('faults' in read) throw new Error('the catalogue of this checkout is faulty')
  const ground = prepare(read.catalogue, '320413')
  if (!ground) throw new Error('the catalogue lacks Jintan')
  return ground
}
let ground: ReturnType<typeof jintan> | undefined

/** The law of a matter in Jintan, as this checkout's catalogue has it. */
export async function lawOfMatter(matter: string): Promise<CaseLaw> {
  ground ??= jintan()
  const law = lawOf(await ground, matter, null)
  if (!law) throw new Error(`the catalogue lacks ${matter}`)
  return law
}

/** What the papers of an invented case say of it. */
export const aboutCase = (law: CaseLaw, other: Partial<About> = {}): About => ({
  number: '320413-2022-000017',
  matter: law.matter.name,
  project: '虚构电池零部件项目',
  company: '虚构新能源有限公司',
  agency: { zh: '金坛区自然资源和规划局', en: 'Jintan Natural Resources and Planning Bureau' },
  law,
  mirrors: null,
  synthetic: false,
  ...other,
})

type Step = readonly [on: string, command: Omit<CaseCommand, 'attached'>, more?: { readonly documentOn?: string }]

/** What happens to a case when these acts are done on their days, each by whoever may, with all its papers. */
export function happened(law: CaseLaw, steps: readonly Step[]): readonly PaperEvent[] {
  const told: PaperEvent[] = []
  for (const [on, command, more] of steps) {
    const act = FLOW[command.type]
    const role = act.by[0] as Role
    const context: Context = {
      today: day(on),
      calendar: law.calendar,
      hours: law.hours,
      termsOn: law.termsOn,
      actor: role === 'applicant' ? { role, person: 'company' } : { role, person: 'li', agency: 'natural-resources' },
      authorisation: null,
      holds: () => true,
    }
    const attached = act.attach.map((kind) => ({ kind, sha256: 'a'.repeat(64) }))
    const events = decide(told.length === 0 ? NO_CASE : replay(told), { ...command, attached } as CaseCommand, context)
    if (isRefusal(events)) throw new Error(`${on} ${command.type}: ${events.says.en}`)
    told.push(
      ...events.map((event, i) => ({
        ...event,
        documentOn: more?.documentOn ?? null,
        act: i === 0 ? command.type : null,
        ...wordsOf(event, law),
      })),
    )
  }
  return told
}

/** The receipt of an application with everything its matter may need but for what is named. */
export function receivedWith(law: CaseLaw, on: string, without: readonly string[] = []): Step {
  const all = law.matter.materials.map(({ id }) => id)
  const may = deferrable(law.ground.district, law.matter)
  return [
    on,
    {
      type: 'receive',
      agency: 'natural-resources',
      applicant: 'company',
      required: { essential: all.filter((id) => !may.includes(id)), deferrable: may },
      handedIn: all.filter((id) => !without.includes(id)),
    } as unknown as Omit<CaseCommand, 'attached'>,
  ]
}
