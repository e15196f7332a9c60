interface CompanyTable {
  district_code: string
  company_id: string
  name: string
  name_key: string
  credit_code: string
  synthetic: boolean
}

interface PersonTable {
  district_code: string
  person_id: string
  version: number
  name: string
  name_key: string
  phone_masked: string | null
  id_number_masked: string | null
  agency_id: string | null
  company_id: string | null
  roles: string[]
  active: boolean
  account: string | null
  last_sign_in: string | null
  synthetic: boolean
}

interface PersonPrivateTable {
  district_code: string
  person_id: string
  phone: string | null
  id_number: string | null
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    company: CompanyTable
    person: PersonTable
    person_private: PersonPrivateTable
  }
}
