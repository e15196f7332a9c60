/**
 * All tables by name. Each capability adds its own beside its schema:
 * `declare module '../platform/database/tables.ts' { interface Tables { project: ProjectTable } }`.
 */
export interface Tables {
  district: DistrictTable
}

interface DistrictTable {
  code: string
  name_zh: string
  name_en: string
  synthetic: boolean
}
