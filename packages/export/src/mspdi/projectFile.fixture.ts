import { XMLParser } from 'fast-xml-parser'

/** A Microsoft Project file as another program reads it, as far as the tests ask. Every value is the text as written. */
type Fields = Readonly<Record<string, string>>
type ReadLink = { readonly PredecessorUID: string; readonly Type: string; readonly LinkLag: string }
export type ReadTask = Fields & { readonly PredecessorLink?: readonly ReadLink[] }
type ReadTimes = { readonly WorkingTime: readonly { readonly FromTime: string; readonly ToTime: string }[] }
export type ReadDay = { readonly DayWorking: string; readonly WorkingTimes?: ReadTimes }
type ReadException = ReadDay & { readonly TimePeriod: { readonly FromDate: string; readonly ToDate: string } }
export type ReadCalendar = {
  readonly UID: string
  readonly Name: string
  readonly WeekDays: { readonly WeekDay: readonly (ReadDay & { readonly DayType: string })[] }
  readonly Exceptions?: { readonly Exception: readonly ReadException[] }
}
export type ReadProject = Fields & {
  readonly Calendars: { readonly Calendar: readonly ReadCalendar[] }
  readonly Tasks: { readonly Task: readonly ReadTask[] }
  readonly Resources: { readonly Resource: readonly Fields[] }
  readonly Assignments: { readonly Assignment: readonly Fields[] }
}

const LISTS = ['Calendar', 'WeekDay', 'WorkingTime', 'Exception', 'Task', 'PredecessorLink', 'Resource', 'Assignment']

const plain = { parseTagValue: false, trimValues: false, ignoreDeclaration: true } as const

export function readProject(file: string): ReadProject {
  const parser = new XMLParser({ ...plain, isArray: (name) => LISTS.includes(name) })
  return (parser.parse(file) as { Project: ReadProject }).Project
}

export type Element = { readonly name: string; readonly children: readonly Element[] }

/** The elements of a file in the order in which they stand. */
export function elementsOf(file: string): readonly Element[] {
  const parser = new XMLParser({ ...plain, preserveOrder: true })
  return inOrder(parser.parse(file))
}

const inOrder = (nodes: unknown): readonly Element[] =>
  (Array.isArray(nodes) ? nodes : []).flatMap((node: Readonly<Record<string, unknown>>) => {
    const name = Object.keys(node).find((key) => key !== ':@' && key !== '#text')
    return name === undefined ? [] : [{ name, children: inOrder(node[name]) }]
  })
