import type { EventLog } from './eventLog.ts'

/** One project, its case and its joint review: what the tests of this folder share. */
export const smallLog: EventLog = {
  objectTypes: [
    { name: 'project', attributes: [{ name: 'level', type: 'string' }] },
    {
      name: 'case',
      attributes: [
        { name: 'stage', type: 'string' },
        { name: 'enteredAfterwards', type: 'integer' },
      ],
    },
    { name: 'jointReview', attributes: [] },
  ],
  eventTypes: [
    { name: 'caseReceived', attributes: [{ name: 'agency', type: 'string' }] },
    {
      name: 'caseAccepted',
      attributes: [
        { name: 'agency', type: 'string' },
        { name: 'byLapse', type: 'boolean' },
      ],
    },
    { name: 'jointOpened', attributes: [] },
  ],
  objects: [
    {
      id: 'p1',
      type: 'project',
      attributes: [{ name: 'level', value: '省 & <市>', time: '2022-06-01T09:00:00+08:00' }],
      relationships: [],
    },
    {
      id: 'c1',
      type: 'case',
      attributes: [
        { name: 'stage', value: 'received', time: '2022-06-01T09:30:00+08:00' },
        { name: 'enteredAfterwards', value: '1', time: '2022-06-01T09:30:00+08:00' },
        { name: 'stage', value: 'accepted', time: '2022-06-02T10:00:00+08:00' },
      ],
      relationships: [{ objectId: 'p1', qualifier: 'of' }],
    },
    { id: 'j1', type: 'jointReview', attributes: [], relationships: [{ objectId: 'p1', qualifier: 'of' }] },
  ],
  events: [
    {
      id: 'e2',
      type: 'caseAccepted',
      time: '2022-06-02T10:00:00+08:00',
      attributes: [
        { name: 'agency', value: 'ecology' },
        { name: 'byLapse', value: 'true' },
      ],
      relationships: [
        { objectId: 'c1', qualifier: 'case' },
        { objectId: 'p1', qualifier: 'project' },
      ],
    },
    {
      id: 'e1',
      type: 'caseReceived',
      // Earlier than the other, though its text sorts behind it.
      time: '2022-06-02T01:30:00+00:00',
      attributes: [{ name: 'agency', value: 'ecology' }],
      relationships: [
        { objectId: 'c1', qualifier: 'case' },
        { objectId: 'p1', qualifier: 'project' },
      ],
    },
    {
      id: 'e3',
      type: 'jointOpened',
      time: '2022-06-03T09:00:00+08:00',
      attributes: [],
      relationships: [{ objectId: 'j1', qualifier: 'joint' }],
    },
  ],
}
