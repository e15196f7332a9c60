import { loadCatalogue, ownCatalogue } from '../ground/loadCatalogue.ts'
import { faultLines, notACatalogue } from '../ground/openCatalogue.ts'
import type { Run } from '../usage/command.ts'

/** `catalogue check [DIR]`: every fault with its place, or what a sound catalogue holds. */
export const checkCommand: Run = async ({ operands: [folder], options, lang }) => {
  const refused = notACatalogue(folder, lang)
  if (refused) return refused
  const loaded = await loadCatalogue(folder ?? ownCatalogue)
  const isJson = options.format === 'json'
  if ('faults' in loaded) {
    const { faults } = loaded
    if (isJson) return { exit: 1, out: `${JSON.stringify({ faults }, null, 2)}\n` }
    const count =
      lang === 'zh' ? `共 ${faults.length} 处错误\n` : `${faults.length} fault${faults.length === 1 ? '' : 's'}\n`
    return { exit: 1, err: faultLines(faults, lang) + count }
  }
  const { matters, edges, gates, districts, calendars, edition, hash } = loaded.catalogue
  const counts = {
    faults: [],
    edition: edition.edition,
    hash,
    matters: matters.length,
    edges: edges.length,
    gates: gates.length,
    districts: districts.map((d) => d.code),
    years: calendars.map((c) => c.year),
  }
  if (isJson) return { exit: 0, out: `${JSON.stringify(counts, null, 2)}\n` }
  const years = `${Math.min(...counts.years)}–${Math.max(...counts.years)}`
  return {
    exit: 0,
    out:
      lang === 'zh'
        ? `目录无误：${counts.matters} 个事项与工作、${counts.edges} 条先后、${counts.gates} 道闸门、${districts.length} 个区（${counts.districts.join('、')}）、日历 ${years}（版本 ${counts.edition}）\n`
        : `The catalogue is sound: ${counts.matters} matters and works, ${counts.edges} edges, ${counts.gates} gates, ${districts.length} districts (${counts.districts.join(', ')}), calendars ${years} (edition ${counts.edition})\n`,
  }
}
