import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import { smallLog } from './eventLog.fixture.ts'
import { type EventLog, logFaults } from './eventLog.ts'
import { ocelTables } from './ocelTables.ts'
import { toOcelJson } from './toOcelJson.ts'
import { toXes } from './toXes.ts'

describe('a log', () => {
  it('holds together, or says by name what does not', () => {
    expect(logFaults(smallLog)).toEqual([])
    const [first] = smallLog.events
    if (first === undefined) throw new Error('the log has events')
    const broken: EventLog = {
      ...smallLog,
      objects: [...smallLog.objects, { id: 'p1', type: 'ship', attributes: [], relationships: [] }],
      events: [
        { ...first, attributes: [{ name: 'mood', value: 'good' }] },
        { ...first, id: 'e9', relationships: [{ objectId: 'nowhere', qualifier: 'case' }] },
      ],
    }
    expect(logFaults(broken)).toEqual([
      'object p1 stands there twice',
      'p1 is of type ship, which is not declared',
      'e2 says mood, which caseAccepted does not declare',
      'e9 points at nowhere, which is not there',
    ])
  })
})

describe('OCEL 2.0 JSON', () => {
  it('says everything in four lists, and the same log in the same bytes', () => {
    const text = toOcelJson(smallLog)
    expect(JSON.parse(text)).toEqual(smallLog)
    expect(Object.keys(JSON.parse(text))).toEqual(['eventTypes', 'objectTypes', 'events', 'objects'])
    expect(toOcelJson(structuredClone(smallLog))).toBe(text)
  })
})

describe('the tables of OCEL 2.0', () => {
  const table = (name: string) => ocelTables(smallLog).find((t) => t.name === name)

  it('have one for each type beside the six that all logs have', () => {
    expect(ocelTables(smallLog).map(({ name }) => name)).toEqual([
      'event_map_type',
      'object_map_type',
      'event',
      'object',
      'event_object',
      'object_object',
      'event_caseReceived',
      'event_caseAccepted',
      'event_jointOpened',
      'object_project',
      'object_case',
      'object_jointReview',
    ])
    expect(table('object_map_type')?.rows).toContainEqual(['jointReview', 'jointReview'])
  })

  it('keep what an object said first in one row, and each change in one that names it', () => {
    expect(table('object_case')?.columns.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'ocel_id TEXT',
      'ocel_time TIMESTAMP',
      'ocel_changed_field TEXT',
      'stage TEXT',
      'enteredAfterwards INTEGER',
    ])
    expect(table('object_case')?.rows).toEqual([
      ['c1', '2022-06-01T09:30:00+08:00', null, 'received', 1],
      ['c1', '2022-06-02T10:00:00+08:00', 'stage', 'accepted', null],
    ])
    expect(table('event_caseAccepted')?.rows).toEqual([['e2', '2022-06-02T10:00:00+08:00', 'ecology', 1]])
  })

  it('have a row in every table for what says nothing', () => {
    expect(table('object_jointReview')?.rows).toEqual([['j1', '1970-01-01T00:00:00Z', null]])
  })
})

describe('XES', () => {
  const parsed = (xml: string) =>
    new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@', preserveOrder: true, parseTagValue: false })
      .parse(xml)
      .find((node: object) => 'log' in node)
  type Node = Readonly<Record<string, readonly Node[]>> & { readonly ':@'?: Readonly<Record<string, string>> }
  const nameOf = (node: Node) => Object.keys(node).find((key) => key !== ':@') ?? ''
  const inside = (node: Node, name: string) => (node[nameOf(node)] ?? []).filter((child) => nameOf(child) === name)

  it('has the order of IEEE 1849: extensions, globals, classifiers, traces; every attribute a key and a value', () => {
    const xml = toXes(smallLog, 'project')
    expect(XMLValidator.validate(xml)).toBe(true)
    const log: Node = parsed(xml)
    expect(log[':@']).toMatchObject({ '@xes.version': '1849.2016', '@xmlns': 'http://www.xes-standard.org/' })
    const order = (log.log ?? []).map(nameOf)
    expect(order.toSorted((a, b) => RANK.indexOf(a) - RANK.indexOf(b))).toEqual(order)
    expect(order.filter((name) => !RANK.includes(name))).toEqual([])
    const attributes = inside(log, 'trace')
      .flatMap((trace) => [trace, ...inside(trace, 'event')])
      .flatMap((node) => [...inside(node, 'string'), ...inside(node, 'date')])
    expect(attributes.length).toBeGreaterThan(6)
    for (const attribute of attributes) expect(Object.keys(attribute[':@'] ?? {})).toEqual(['@key', '@value'])
  })

  it('makes each object of one type a trace of its events, the earliest first, the globals in each', () => {
    const [trace, ...others] = inside(parsed(toXes(smallLog, 'case')), 'trace')
    if (trace === undefined) throw new Error('no trace')
    expect(others).toEqual([])
    const said = inside(trace, 'event').map((event) =>
      [...inside(event, 'string'), ...inside(event, 'date')].map(({ ':@': a }) => `${a?.['@key']}=${a?.['@value']}`),
    )
    expect(said).toEqual([
      ['concept:name=caseReceived', 'org:group=ecology', 'time:timestamp=2022-06-02T01:30:00+00:00'],
      ['concept:name=caseAccepted', 'org:group=ecology', 'byLapse=true', 'time:timestamp=2022-06-02T10:00:00+08:00'],
    ])
  })

  it('escapes what stands in a value', () => {
    expect(toXes(smallLog, 'project')).toContain('value="省 &amp; &lt;市&gt;"')
  })
})

const RANK = ['extension', 'global', 'classifier', 'trace']
