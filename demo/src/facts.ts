import type { ProjectFacts } from '@kaigong/contract'
import type { Branch } from './branches.ts'
import type { Chance } from './chance.ts'

type Value = boolean | number | string

/** What a project of a branch states, all of it synthetic and marked so. Figures grow with the investment. */
export function inventedFacts(
  { traits, industry }: Branch,
  land: 'grant' | 'ownLand' | 'leased',
  { investmentWan, level }: { readonly investmentWan: number; readonly level: string },
  dice: Chance,
): ProjectFacts['facts'] {
  const hm2 = land === 'leased' ? 0 : Math.min(40, Math.max(1.2, Math.round(investmentWan / 2500) / 10))
  const wet = traits === 'cells' || traits === 'chemicals' || traits === 'medicine' || traits === 'electronics'
  const stated: Record<string, Value> = {
    landSource: land,
    newBuild: land !== 'leased',
    investmentWan,
    gbCode: industry,
    listLevel: level,
    eiaClass: traits === 'chemicals' || traits === 'medicine' ? 'book' : 'table',
    landAreaHm2: hm2,
    earthworkM3: Math.round(hm2 * dice.between(4000, 11000)),
    floorAreaM2: land === 'leased' ? dice.between(40, 160) * 100 : Math.round(hm2 * dice.between(9000, 13000)),
    energyTce: Math.round((investmentWan / 100) * dice.between(3, 14)),
    coalTYear: 0,
    discharge: wet || dice.next() < 0.7 ? 'sewer' : 'none',
    dischargePermitClass: traits === 'chemicals' ? 'key' : wet ? 'simplified' : 'registration',
    vocT: traits === 'machines' ? 0.6 : wet ? dice.between(2, 30) : 1.2,
    occupationalHazard: true,
    specialEquip: dice.next() < 0.6,
    specialWorks: traits === 'chemicals' || traits === 'cells',
    ...(traits === 'chemicals' ? { hazardChem: 'production', majorHazard: dice.next() < 0.5, flammable: true } : traits === 'cells' ? { hazardChem: 'use' } : {}),
    ...(land === 'ownLand' ? { technicalUpgrade: true } : {}),
    ...(land === 'grant'
      ? { soilLossZone: false, soilSurveyNeeded: dice.next() < 0.3, hasCivilBuilding: dice.next() < 0.4, highVoltage: investmentWan > 200_000 ? 'dual' : 'single' }
      : {}),
    ...(land === 'leased' ? { installationDays: dice.between(40, 90), commissioningDays: 30 } : { constructionDays: dice.between(210, 360), installationDays: dice.between(60, 120) }),
  }
  return Object.fromEntries(Object.entries(stated).map(([fact, value]) => [fact, { value, confidence: 'synthetic' }]))
}
