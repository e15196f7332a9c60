import type { DistrictCode } from '@kaigong/contract'
import { SettingsFile } from '@kaigong/contract'
import { sql } from 'kysely'
import { parse } from 'yaml'
import type { z } from 'zod'
import type { OpenEdition } from '../platform/catalogue/catalogues.ts'
import type { Tx } from '../platform/database/transaction.ts'

type File = z.infer<typeof SettingsFile>

export const settingsPath = (district: string, file: File): string => `districts/${district}/${file}.yaml`

const names: Readonly<Record<File, { readonly zh: string; readonly en: string }>> = {
  promises: { zh: '承诺时限', en: 'Promised days' },
  capacities: { zh: '审查力量', en: 'Reviewers' },
  studios: { zh: '品牌工作室', en: 'Studios' },
  lights: { zh: '红黄绿灯', en: 'Lights' },
  tolerance: { zh: '容缺清单', en: 'Tolerance list' },
  agencies: { zh: '部门', en: 'Agencies' },
  handlers: { zh: '承办部门', en: 'Who handles what' },
  series: { zh: '证照编号', en: 'Number series' },
  assessments: { zh: '区域评估', en: 'Regional assessments' },
  district: { zh: '本区通则', en: 'The district in general' },
}

/** The district's own files of an edition, as text and as what they say. A file that the district does not have is left out. */
export const settingsFiles = (district: string, { texts }: OpenEdition) =>
  SettingsFile.options.flatMap((file) => {
    const found = texts.files.find((f) => f.path === settingsPath(district, file))
    return found ? [{ file, name: names[file], text: found.text, value: parse(found.text) as never }] : []
  })

/** Which settings were changed when, by whom: the proposals that were adopted, the latest first. */
export async function settingsHistory(tx: Tx, district: DistrictCode) {
  const rows = await tx
    .selectFrom('event as e')
    .leftJoin('person as p', (j) =>
      j.onRef('p.district_code', '=', 'e.district_code').onRef('p.person_id', '=', 'e.actor'),
    )
    .innerJoin('edition as d', (j) =>
      j
        .onRef('d.district_code', '=', 'e.district_code')
        .on('d.edition_id', '=', sql<string>`split_part(e.stream, '/', 2)`),
    )
    .where('e.district_code', '=', district)
    .where('e.type', '=', 'editionProposed')
    .where('d.adopted_at', 'is not', null)
    .select(['e.at', 'e.sealed', 'p.name', 'd.edition_id'])
    .orderBy('e.at', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => {
    const { data } = JSON.parse(row.sealed) as {
      readonly data: { readonly files: readonly string[]; readonly reason: string | null; readonly name: string }
    }
    const what = data.reason ?? data.name
    return {
      at: row.at,
      by: row.name,
      file: data.files.join('、'),
      edition: row.edition_id as never,
      changes: [{ what: { zh: what, en: what }, before: null, after: null }],
    }
  })
}
