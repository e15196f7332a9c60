import type { ProjectFacts } from '@kaigong/contract'

const report = { title: '金坛区融媒体中心报道', year: '2023' }
const reported = (value: boolean | string) => ({ value, source: report, confidence: 'A' })
const invented = (value: boolean | number | string) => ({ value, confidence: 'synthetic' })

/**
 * The battery plant of the report, as it stood on 2022-06-01: phase four of 47 GWh for 15 billion yuan, phase 4.1 of 22 GWh, land on
 * 2022-09-09. What the report does not say is unknown or invented, and says so.
 */
export const flagshipFacts: ProjectFacts = {
  asOf: '2022-06-01',
  land: { basis: 'transaction', day: '2022-09-09' },
  facts: {
    landSource: reported('grant'),
    newBuild: reported(true),
    investmentWan: { ...reported('150 亿元'), note: { zh: '四期全部的总投资', en: 'for the whole of phase four' } },
    gbCode: { value: 'C3841', source: { title: 'GB/T 4754-2017 锂离子电池制造' }, confidence: 'C' },
    soilSurveyNeeded: reported(true),
    listLevel: invented('province'),
    eiaClass: invented('table'),
    landAreaHm2: invented('500 亩'),
    earthworkM3: invented(180_000),
    floorAreaM2: invented(320_000),
    energyTce: invented(68_000),
    discharge: invented('sewer'),
    dischargePermitClass: {
      value: 'simplified',
      source: { title: '固定污染源排污许可分类管理名录（2019）' },
      confidence: 'GK',
    },
    vocT: invented(40),
    specialWorks: invented(true),
    hasCivilBuilding: invented(true),
    occupationalHazard: invented(true),
    highVoltage: invented('dual'),
    specialEquip: invented(true),
    cranes: invented(true),
    spoilOffSite: invented(true),
    hazardChem: invented('use'),
    goodCredit: invented(true),
    soilLossZone: 'unknown',
    maxHeightM: 'unknown',
    relicsZone: 'unknown',
    nearRiver: 'unknown',
    constructionDays: invented(270),
    installationDays: invented(120),
    surveyDays: invented(12),
    schemeDesignDays: invented(20),
    drawingDays: invented(30),
  },
  done: [
    { matter: 'P01', on: '2022-03-18', synthetic: true },
    { matter: 'A01', on: '2022-04-12', synthetic: true },
    { matter: 'P02', on: '2022-05-10', synthetic: true },
    { matter: 'W01', on: '2022-05-26', synthetic: true },
    { matter: 'W02', on: '2022-05-31', synthetic: true },
  ],
  assessments: ['JT-geo-hazard', 'JT-overlay-mineral'],
}
