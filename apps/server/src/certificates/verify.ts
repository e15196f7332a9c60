import type { CertificateId, DistrictCode, VerifiedCertificate } from '@kaigong/contract'
import { inTransaction, systemIn, type Tx } from '../platform/database/transaction.ts'
import type { Deps } from '../platform/deps.ts'
import { type Refused, refuse } from '../platform/http/answer.ts'
import { briefOf, type CertificateRow, certificateById } from './view.ts'

/** Links of a chain that are looked at in one direction; a certificate is replaced a few times in its life. */
const MOST_LINKS = 50

/**
 * What anybody who holds a certificate's address may see: itself and its history of corrections and replacements. Names of people do not stand
 * in it; the address has 122 random bits, so that nobody finds certificates by trying.
 */
export async function verified(
  { db, now }: Deps,
  district: DistrictCode,
  id: CertificateId,
): Promise<VerifiedCertificate | Refused> {
  return await inTransaction(db, systemIn(district), async (tx) => {
    const row = await certificateById(tx, district, id)
    const place = await tx.selectFrom('district').where('code', '=', district).selectAll().executeTakeFirst()
    if (!row || !place) return refuse('request.notFound')
    const chain = await chainOf(tx, row)
    return {
      ...briefOf(row),
      districtName: { zh: place.name_zh, en: place.name_en },
      projectName: row.project_name,
      projectCode: row.project_code,
      chain: chain.map((link, i) => {
        const { id: of, number, issuedOn, status, endedOn } = briefOf(link)
        return { id: of, number, issuedOn, status, endedOn, reason: i === 0 ? null : (chain[i - 1]?.reason ?? null) }
      }),
      synthetic: row.synthetic,
      checkedAt: now().toString(),
    }
  })
}

async function chainOf(tx: Tx, row: CertificateRow): Promise<readonly CertificateRow[]> {
  const district = row.district_code as DistrictCode
  const follow = async (next: (link: CertificateRow) => string | null): Promise<readonly CertificateRow[]> => {
    const links: CertificateRow[] = []
    for (let id = next(row); id !== null && links.length < MOST_LINKS; ) {
      const link = await certificateById(tx, district, id)
      if (!link) break
      links.push(link)
      id = next(link)
    }
    return links
  }
  const before = await follow(({ replaces }) => replaces)
  const after = await follow(({ replaced_by }) => replaced_by)
  return [...before.toReversed(), row, ...after]
}
