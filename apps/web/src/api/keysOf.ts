import type { Change } from '@kaigong/contract'

/**
 * Which keys of the query cache a change makes stale. Keys begin with the topic, then the id: `['project', id, …]`, `['plan', projectId, …]`;
 * lists of projects are `['project', 'list', …]`. A plan's stream is named `<projectId>/<no>`.
 */
export function keysOf({ stream, id }: Pick<Change, 'stream' | 'id'>): readonly (readonly string[])[] {
  switch (stream) {
    case 'project':
      return [['project', id], ['project', 'list'], ['land', id], ['workbench']]
    case 'plan': {
      const project = id.split('/', 1)[0] ?? id
      return [['plan', project], ['project', project], ['project', 'list'], ['land', project], ['workbench']]
    }
    case 'case':
      // Lists of cases lie under the same key, those on the pages of projects among them; any may be what a land day waits for.
      return [['case'], ['land'], ['notice'], ['workbench']]
    case 'joint':
      return [['joint'], ['workbench']]
    // Their streams are named `<projectId>/<id>`, that of the land by the project alone.
    case 'certificate':
    case 'land':
    case 'preReview': {
      const project = id.split('/', 1)[0] ?? id
      return [
        ['certificate', project],
        ['land', project],
      ]
    }
    // Its stream is named `<projectId>/<materialId>`.
    case 'material':
      return [
        ['material', id.split('/', 1)[0] ?? id],
        ['land', id.split('/', 1)[0] ?? id],
      ]
    // Its stream is named `<projectId>/<authorisationId>`.
    case 'proxy':
      return [['proxy', id.split('/', 1)[0] ?? id], ['case']]
    // Its stream is named `<projectId>/<gate>`.
    case 'gate':
      return [['case']]
    // Its streams are named by the row, or by the case that was told anew.
    case 'mirror':
      return [['mirror']]
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
