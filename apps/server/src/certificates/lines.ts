import type { CertificateLine, Text } from '@kaigong/contract'
import type { Judges } from '@kaigong/planner'
import type { Selectable } from 'kysely'
import type { Tables } from '../platform/database/tables.ts'

type ProjectRow = Pick<Selectable<Tables['project']>, 'name' | 'township' | 'content' | 'capacity'>

/** What somebody has stated of the project at the place where the matter occurs; a fact that is not known is undefined. */
type Given = Judges['facts']['given']

const labels = {
  name: { zh: '建设项目名称', en: 'Project' },
  place: { zh: '建设位置', en: 'Place' },
  land: { zh: '用地面积', en: 'Area of the land' },
  use: { zh: '土地用途', en: 'Use of the land' },
  right: { zh: '权利类型', en: 'Kind of right' },
  floor: { zh: '建筑面积', en: 'Floor area' },
  scale: { zh: '建设内容与规模', en: 'Contents and scale' },
  capacity: { zh: '设计产能', en: 'Capacity' },
} as const satisfies Record<string, Text>

/** What is printed on the documents of each matter; on others the name of the project and what is built. */
const printed: Readonly<Record<string, readonly (keyof typeof labels)[]>> = {
  A03: ['name', 'place', 'land', 'use', 'scale'],
  A04: ['place', 'right', 'use', 'land'],
  B02: ['name', 'place', 'scale', 'floor'],
  C01: ['name', 'place', 'floor'],
  C07: ['name', 'place', 'scale', 'floor', 'capacity'],
  C07p: ['name', 'place', 'scale', 'floor'],
}

/**
 * The lines of a certificate from what is known of the project on the day of issue: a fact that nobody stated leaves no line, for nothing is
 * certified that is not known.
 */
export function linesOf(matter: string, row: ProjectRow, given: Given): readonly CertificateLine[] {
  const number = (fact: string): number | null => {
    const value = given(fact)
    return typeof value === 'number' ? value : null
  }
  const land = number('landAreaHm2')
  const floor = number('floorAreaM2')
  const values: Readonly<Record<keyof typeof labels, string | null>> = {
    name: row.name,
    place: row.township,
    land: land === null ? null : `${Math.round(land * 10_000)} m²`,
    use: '工业用地',
    right: '国有建设用地使用权（出让）',
    floor: floor === null ? null : `${floor} m²`,
    scale: row.content,
    capacity: row.capacity,
  }
  return (printed[matter] ?? ['name', 'scale']).flatMap((what) => {
    const value = values[what]
    return value === null || value === '' ? [] : [{ label: labels[what], value }]
  })
}
