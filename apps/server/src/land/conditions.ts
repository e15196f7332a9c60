import type { Missing } from '@kaigong/casework'
import type { AgencyId, LandCondition, Text } from '@kaigong/contract'
import { agencyName } from '../plans/view.ts'
import type { Prepared } from './prepare.ts'
import { agencyOf, type Standing } from './standing.ts'
import type { Wanted } from './wanted.ts'

type Who = NonNullable<LandCondition['who']>

const ENTERPRISE: Who = { agencyId: null, name: { zh: '企业', en: 'The company' } }
const OPINION: Text = { zh: '预审同意，且针对最新图纸', en: 'The pre-review agrees, to the latest drawings' }
const VALID: Text = { zh: '预审意见在有效期内', en: 'The opinion of the pre-review is in force' }
const DECIDED: Text = { zh: '正式办件已准予', en: 'The formal case was granted' }

/** Every condition of one certificate, met or not; of one that is not, what is missing and who must act. */
export function conditionsOf(standing: Standing, prepared: Prepared, wanted: Wanted): LandCondition[] {
  const missing = prepared.missing.filter(({ matter }) => matter === wanted.matter)
  const asked = rulesOf(standing, wanted)
  const known = new Set(asked.map(({ rule }) => rule))
  const conditions = asked.flatMap(({ rule, says }): LandCondition[] => {
    const unmet = missing.filter((m) => m.rule === rule)
    return unmet.length === 0
      ? [{ rule, says, met: true, who: null }]
      : unmet.flatMap((m) => unmetConditionsOf(standing, wanted, m))
  })
  const others = missing.filter(({ rule }) => !known.has(rule)).flatMap((m) => unmetConditionsOf(standing, wanted, m))
  return [...conditions, ...others]
}

/** What is missing of the land itself and of the set of certificates. */
export const generalConditions = (standing: Standing, { wanted, missing }: Prepared): LandCondition[] =>
  missing
    .filter(({ matter }) => !wanted.some((w) => w.matter === matter))
    .map((m) => ({ rule: m.rule, says: m.says, met: false, who: agencyActs(standing, m.matter) }))

/** The rules that are asked of a certificate, in the order in which somebody would look at them. */
function rulesOf({ ground, plan }: Standing, { matter, case: row, preReview }: Wanted) {
  const { conversion } = ground.catalogue
  const isFormal = row !== null
  // Nothing can be compared with a pre-review that nobody has requested.
  const comparable = preReview !== null && preReview.stage !== 'lapsed'
  const always = ['essentials-complete', 'promise-kept']
  const five = conversion.conditions.filter(({ id }) => always.includes(id) || (!isFormal && comparable))
  const applies = (m: string) => plan === null || plan.matters.some((p) => p.matter === m && p.track !== 'exempt')
  const before = conversion.invariants.filter(
    ({ later, earlier }) =>
      later.matter === matter && later.point === 'issued' && earlier.some((e) => applies(e.matter)),
  )
  return [
    isFormal ? { rule: 'formal-case', says: DECIDED } : { rule: 'opinion', says: OPINION },
    ...five.map(({ id, says }) => ({ rule: id, says })),
    ...(isFormal || !comparable ? [] : [{ rule: 'validity', says: VALID }]),
    ...before.map(({ id, says }) => ({ rule: id, says })),
  ]
}

/** What is not met, for each who must act: of essentials one part may come from the company and another from an agency. */
function unmetConditionsOf(standing: Standing, wanted: Wanted, missing: Missing): readonly LandCondition[] {
  const { rule, says, awaits, matter } = missing
  if (rule !== 'essentials-complete')
    return [{ rule, says, met: false, who: whoActs(standing, wanted, rule, awaits ?? matter) }]
  return [...Map.groupBy(wanted.lacking, ({ issuedBy }) => issuedBy)].map(([issuedBy, materials]) => {
    const zh = materials.map(({ name }) => name.zh).join('、')
    const en = materials.map(({ name }) => name.en).join(', ')
    const told = { zh: `${says.zh}。尚缺：${zh}`, en: `${says.en}. Missing: ${en}` }
    return { rule, says: told, met: false, who: issuedBy === null ? ENTERPRISE : agencyActs(standing, issuedBy) }
  })
}

/** Who must act so that a condition is met. */
function whoActs(standing: Standing, { preReview }: Wanted, rule: string, matter: string): Who {
  switch (rule) {
    case 'opinion':
      // The agency owes its opinion once it is asked; before that the company has to ask.
      return preReview?.stage === 'open' ? agencyActs(standing, matter) : ENTERPRISE
    case 'promise-kept':
    case 'same-drawings':
    case 'validity':
      return ENTERPRISE
    case 'same-applicant':
    case 'same-conditions':
      return agencyActs(standing, 'P10')
    default:
      return agencyActs(standing, matter)
  }
}

function agencyActs(standing: Standing, matter: string): Who {
  const agency = agencyOf(standing, matter)
  return agency === null || agency === 'enterprise'
    ? ENTERPRISE
    : { agencyId: agency as AgencyId, name: agencyName(standing.ground, agency) }
}
