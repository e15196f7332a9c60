import type { Path } from './place.ts'

/** Says what is wrong at a place of one file of the catalogue. */
export type Say = (file: string, path: Path, zh: string, en: string) => void
