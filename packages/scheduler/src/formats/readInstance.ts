import type { Problem } from '../model.ts'
import { readProblem } from './json.ts'
import { readMultiProject } from './multiProject.ts'
import { readPatterson } from './patterson.ts'
import { readProgenMax } from './progenMax.ts'
import { readPsplib } from './psplib.ts'
import { type FileFault, Unreadable } from './tokens.ts'

/** The formats of instances, each with the extension of its files. */
export const instanceFormats = ['sm', 'mm', 'rcp', 'sch', 'rcmp', 'json'] as const
export type InstanceFormat = (typeof instanceFormats)[number]

const readers: Record<InstanceFormat, (text: string) => Problem> = {
  sm: readPsplib,
  mm: readPsplib,
  rcp: readPatterson,
  sch: readProgenMax,
  rcmp: readMultiProject,
  json: readProblem,
}

/** The problem that a file describes, or what is wrong with the file and where. The activities keep the file's order; their ids are its numbers. */
export function readInstance(text: string, format: InstanceFormat): Problem | FileFault {
  try {
    return readers[format](text)
  } catch (error) {
    if (error instanceof Unreadable) return error.fault
    throw error
  }
}
