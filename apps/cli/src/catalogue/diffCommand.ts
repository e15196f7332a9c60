import { type CatalogueDiff, diff } from '@kaigong/catalogue'
import { openCatalogue } from '../ground/openCatalogue.ts'
import type { Run } from '../usage/command.ts'
import { diffLines } from './diffLines.ts'

/** `catalogue diff OLD NEW`: matters, materials and days removed and added, and whatever else differs. */
export const diffCommand: Run = async ({ operands: [oldFolder, newFolder], options, lang }, world) => {
  const before = await openCatalogue(oldFolder, lang)
  if ('answer' in before) return before.answer
  const after = await openCatalogue(newFolder, lang)
  if ('answer' in after) return after.answer
  const found: CatalogueDiff = diff(before.catalogue, after.catalogue)
  const out =
    options.format === 'json'
      ? JSON.stringify(found, null, 2)
      : diffLines(found, lang, world.paint, world.columns).join('\n')
  return { exit: 0, out: `${out}\n` }
}
