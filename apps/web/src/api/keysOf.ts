import type { Change } from '@kaigong/contract'

/**
 * Which keys of the query cache a change makes stale. Keys begin with the topic, then the id: `['project', id, …]`, `['plan', projectId, …]`;
 * lists of projects are `['project', 'list', …]`. A plan's stream is named `<projectId>/<no>`.
 */
export function keysOf({ stream, id }: Pick<Change, 'stream' | 'id'>): readonly (readonly string[])[] {
  switch (stream) {
    case 'project':
      return [['project', id], ['project', 'list'], ['workbench']]
    case 'plan': {
      const project = id.split('/', 1)[0] ?? id
      return [['plan', project], ['project', project], ['project', 'list'], ['workbench']]
    }
    case 'case':
      // Lists of cases lie under the same key, those on the pages of projects among them.
      return [['case'], ['workbench']]
    case 'joint':
      return [['joint'], ['workbench']]
    // Its stream is named `<projectId>/<materialId>`.
    case 'material':
      return [['material', id.split('/', 1)[0] ?? id]]
    // Its stream is named `<projectId>/<authorisationId>`.
    case 'proxy':
      return [['proxy', id.split('/', 1)[0] ?? id], ['case']]
    // Its stream is named `<projectId>/<gate>`.
    case 'gate':
      return [['case']]
    case 'leave':
      return [['leave'], ['case']]
    case 'edition':
      return [['edition'], ['workbench']]
    case 'person':
      return [['person']]
    case 'job':
      return [['job'], ['edition', 'trial']]
  }
}
