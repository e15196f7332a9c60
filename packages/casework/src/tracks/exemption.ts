import { type Day, isoDate } from '@kaigong/calendar'
import { type Catalogue, type Condition, type District, exemptionOf, type Text } from '@kaigong/catalogue'

/** A matter that a regional assessment (区域评估) makes unnecessary: the reason gives its approval number (domain 2.6). */
export type Exemption = {
  readonly matter: string
  readonly assessment: string
  readonly approvalNo: string
  readonly validUntil: string
  readonly says: Text
}

/** The exemption of a matter on a day, for a site that these assessments cover; null where the matter is to be handled. */
export function exemption(
  { matters, assessments: types }: Pick<Catalogue, 'matters' | 'assessments'>,
  district: District,
  matterId: string,
  site: { readonly assessments: readonly string[]; readonly on: Day },
  holds: (condition: Condition) => boolean | undefined,
): Exemption | null {
  const matter = matters.find((m) => m.id === matterId)
  if (matter === undefined) return null
  const judge = { condition: (c: Condition) => ({ holds: holds(c), missing: [] }) }
  const byId = new Map(types.map((t) => [t.id, t]))
  const found = exemptionOf(district, byId, matter, judge, { assessments: site.assessments, on: isoDate(site.on) })
  if (found === undefined) return null
  const { id, approvalNo, validTo, park } = found
  return {
    matter: matterId,
    assessment: id,
    approvalNo,
    validUntil: validTo,
    says: {
      zh: `免予办理：${park.zh}区域评估 ${approvalNo}，有效期至 ${validTo}。`,
      en: `Exempt under the regional assessment of ${park.en}, ${approvalNo}, in force until ${validTo}.`,
    },
  }
}
