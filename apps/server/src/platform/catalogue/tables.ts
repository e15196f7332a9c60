interface CatalogueFileTable {
  hash: string
  text: string
}

interface EditionTable {
  district_code: string
  edition_id: string
  version: number
  name: string
  status: 'proposed' | 'inForce' | 'former' | 'dropped'
  cause: 'first' | 'catalogue' | 'calendar' | 'promise' | 'settings'
  /** jsonb: path -> hash of the text. Written as text, read as an object. */
  files: unknown
  based_on: string | null
  calendar_through: string
  law_checked_through: string
  reason: string | null
  proposed_by: string | null
  proposed_at: string
  adopted_at: string | null
  /** jsonb */
  trial: unknown
}

declare module '../database/tables.ts' {
  interface Tables {
    catalogue_file: CatalogueFileTable
    edition: EditionTable
  }
}
