import type { ProjectFacts } from '@kaigong/contract'
import type { Branch } from './branches.ts'
import type { Chance } from './chance.ts'

type Value = boolean | number | string

type Size = { readonly investmentWan: number; readonly level: string }
type Facts = Readonly<Record<string, Value>>

/** What a project of a branch states, all of it synthetic and marked so. Figures grow with the investment. */
export function inventedFacts(
  branch: Branch,
  land: 'grant' | 'ownLand' | 'leased',
  size: Size,
  dice: Chance,
): ProjectFacts['facts'] {
  const stated: Facts = {
    landSource: land,
    newBuild: land !== 'leased',
    gbCode: branch.industry,
    listLevel: size.level,
    investmentWan: size.investmentWan,
    ...grounds(land, size, dice),
    ...trade(branch.traits, dice),
    energyTce: Math.round((size.investmentWan / 100) * dice.between(3, 14)),
    coalTYear: 0,
    occupationalHazard: true,
    specialEquip: dice.next() < 0.6,
  }
  return Object.fromEntries(Object.entries(stated).map(([fact, value]) => [fact, { value, confidence: 'synthetic' }]))
}

/** What follows from how the project comes to its place. */
function grounds(land: 'grant' | 'ownLand' | 'leased', { investmentWan }: Size, dice: Chance): Facts {
  if (land === 'leased') {
    const fitted = { installationDays: dice.between(40, 90), commissioningDays: 30 }
    return { landAreaHm2: 0, earthworkM3: 0, floorAreaM2: dice.between(40, 160) * 100, ...fitted }
  }
  const hm2 = Math.min(40, Math.max(1.2, Math.round(investmentWan / 2500) / 10))
  const built = {
    landAreaHm2: hm2,
    earthworkM3: Math.round(hm2 * dice.between(4000, 11000)),
    floorAreaM2: Math.round(hm2 * dice.between(9000, 13000)),
    constructionDays: dice.between(210, 360),
    installationDays: dice.between(60, 120),
  }
  if (land === 'ownLand') return { ...built, technicalUpgrade: true }
  return {
    ...built,
    soilLossZone: false,
    soilSurveyNeeded: dice.next() < 0.3,
    hasCivilBuilding: dice.next() < 0.4,
    highVoltage: investmentWan > 200_000 ? 'dual' : 'single',
  }
}

/** What follows from what is made there. */
function trade(traits: Branch['traits'], dice: Chance): Facts {
  const table = { eiaClass: 'table', discharge: 'sewer', dischargePermitClass: 'simplified', specialWorks: false }
  switch (traits) {
    case 'chemicals':
      return {
        ...table,
        eiaClass: 'book',
        dischargePermitClass: 'key',
        vocT: dice.between(8, 30),
        specialWorks: true,
        hazardChem: 'production',
        majorHazard: dice.next() < 0.5,
        flammable: true,
      }
    case 'cells':
      return { ...table, vocT: dice.between(6, 30), specialWorks: true, hazardChem: 'use' }
    case 'medicine':
      return { ...table, eiaClass: 'book', vocT: dice.between(2, 9) }
    case 'electronics':
      return { ...table, vocT: dice.between(2, 12) }
    case 'modules':
    case 'materials':
      return { ...table, dischargePermitClass: 'registration', vocT: 1.2 }
    case 'machines':
      return {
        ...table,
        dischargePermitClass: 'registration',
        vocT: 0.6,
        discharge: dice.next() < 0.7 ? 'sewer' : 'none',
      }
  }
}
