import { type CaseAct, type CaseAttachment, type CaseId, contracts, type ProjectId } from '@kaigong/contract'
import type { DemoAct, DemoCase } from '@kaigong/demo'
import type { AsPerson } from './asking.ts'
import type { Clock } from './settableClock.ts'

/** Something of the demonstration that is asked for at a moment in Beijing, `2022-06-30 09:30`. */
export type Step = { readonly at: string; readonly take: () => Promise<unknown> }

const { cases } = contracts

/** The acts of one case, each asked of the routes by whoever did it; all papers are invented and say so. */
export function stepsOfCase(
  clock: Clock,
  asPerson: AsPerson,
  idOf: (key: string) => string,
  project: () => ProjectId,
  { occurrence, without = [], mirrored, acts }: DemoCase,
): readonly Step[] {
  let caseId = '' as CaseId
  return acts.map(({ at, entered, by, act, people = {}, attached = [] }): Step => {
    const said = { ...happened(at, entered), attached: attached.map(invented) }
    const take = async () => {
      clock.moveTo(...splitMoment(entered ?? at))
      const projectId = project()
      if (act.type === 'receive') {
        const { openable } = await asPerson(by, cases.ofProject, { params: { projectId } })
        const matter = openable.find((m) => m.occurrence === occurrence)
        if (!matter) throw new Error(`demo: ${occurrence} cannot be opened`)
        const handedIn = matter.materials.map(({ id }) => id).filter((id) => !without.includes(id))
        const origin = mirrored === undefined ? {} : { mirrored: { system: mirrored, sourceTime: instantOf(at) } }
        const body = { occurrence, handedIn, ...origin, ...said }
        caseId = (await asPerson(by, cases.open, { params: { projectId }, body })).id
        return
      }
      const { version } = await asPerson(by, cases.read, { params: { caseId } })
      const named = Object.fromEntries(Object.entries(people).map(([field, key]) => [field, idOf(key)]))
      const body = { act: { ...act, ...named } as unknown as CaseAct, ...said }
      await asPerson(by, cases.act, { params: { caseId }, body }, version)
    }
    return { at: entered ?? at, take }
  })
}

export const splitMoment = (moment: string): [day: string, time: string] => [moment.slice(0, 10), moment.slice(11)]
const instantOf = (moment: string): string =>
  Temporal.Instant.from(`${moment.slice(0, 10)}T${moment.slice(11)}:00+08:00`).toString()

/** What is entered on its day needs no day; what is entered afterwards names it. */
function happened(at: string, entered: DemoAct['entered']) {
  const [on, clock] = splitMoment(at)
  return entered === undefined ? { clock } : { on, clock }
}

const invented = (kind: CaseAttachment['kind']): CaseAttachment => ({ kind, reference: '演示材料（虚构）' })
