import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { realCatalogue } from './catalogue.fixture.ts'
import { applying, type Facts, plainFacts } from './circumstances.fixture.ts'

const catalogue = realCatalogue({ readdirSync, readFileSync })
const plain = plainFacts(catalogue)
/** A building above the threshold of the construction permit. */
const building: Facts = { newBuild: true, investmentWan: 20000, floorAreaM2: 12000, drawingScale: 'medium' }
const granted: Facts = { ...building, landSource: 'grant' }

/** What more applies, and what no longer does, when `then` is true of a project beside `given`. */
const change = (then: Facts, given: Facts = {}, on = '2024-03-01', assessed: readonly string[] = []) => {
  const before = applying(catalogue, { ...plain, ...given }, on)
  const after = applying(catalogue, { ...plain, ...given, ...then }, on, assessed)
  return { more: after.filter((m) => !before.includes(m)), less: before.filter((m) => !after.includes(m)) }
}
const adds = (...more: string[]) => ({ more, less: [] })
const nothing = adds()

describe('which matters follow from the facts (domain 1.12)', () => {
  it('newly granted land: conditions, auction, contract, payment, handover, land-use permit and title', () => {
    expect(change({ landSource: 'grant' }, building)).toEqual(
      adds('P01', 'P02', 'P09', 'P10', 'P11', 'P12', 'P13', 'A03', 'A04', 'D20'),
    )
  })
  it('newly granted land that was farmland and wants a soil survey: conversion and survey too', () => {
    expect(change({ newConstructionLand: true, soilSurveyNeeded: true }, granted)).toEqual(adds('P03', 'P04'))
  })
  it('a technical upgrade on own land: filed with the industry bureau, none of P09 to A04, works permits as there are works', () => {
    const upgrade = { technicalUpgrade: true }
    expect(change(upgrade)).toEqual({ more: ['A01 technicalUpgrade'], less: ['A01 newProject'] })
    const all = applying(catalogue, { ...plain, ...upgrade, ...building }, '2024-03-01')
    expect(all.filter((m) => /^(P09|P1[0-2]|A03|A04)/.test(m))).toEqual([])
    expect(all).toEqual(expect.arrayContaining(['B02', 'C07']))
    expect(applying(catalogue, { ...plain, ...upgrade }, '2024-03-01').filter((m) => /^[BC]/.test(m))).toEqual([])
  })
  it('a leased workshop without civil works: only filing, energy, EIA, safety, health, fire and discharge before it runs', () => {
    const leased = {
      landSource: 'leased',
      energyTce: 1500,
      eiaClass: 'table',
      occupationalHazard: true,
      discharge: 'sewer',
      dischargePermitClass: 'simplified',
    }
    expect(applying(catalogue, { ...plain, ...leased }, '2024-03-01')).toEqual([
      'P07 assessed',
      'A01 newProject',
      'A05 district',
      'A06 table',
      'A14',
      'A15',
      'D04 filing',
      'D09',
      'D11',
      'D12 general',
      'D13',
      'D14 simplified',
      'D15',
      'W05',
      'W06',
      'W08',
      'W09',
    ])
    expect(change({ specialWorks: true }, leased)).toEqual({ more: ['C02', 'D04 acceptance'], less: ['D04 filing'] })
  })
  it.each<[string, Facts, string, string[]]>([
    ['energy of 1,000 tce', { energyTce: 1000 }, '2024-03-01', ['P08', 'A05 district', 'D11']],
    ['energy of 999 tce', { energyTce: 999 }, '2024-03-01', []],
    ['5 million kWh, accepted until 2025-08-31', { elecKWhYear: 5e6 }, '2025-08-31', ['P08', 'A05 district', 'D11']],
    ['5 million kWh, accepted from 2025-09-01', { elecKWhYear: 5e6 }, '2025-09-01', []],
    ['1,000 t of coal, accepted until 2025-08-31', { coalTYear: 1000 }, '2025-08-31', []],
    ['1,000 t of coal, accepted from 2025-09-01', { coalTYear: 1000 }, '2025-09-01', ['P08', 'A05 district', 'D11']],
    ['energy of 10,000 tce', { energyTce: 10000 }, '2025-09-01', ['P08', 'A05 province', 'D11']],
    ['high energy use and emissions under the threshold', { isTwoHigh: true }, '2024-03-01', ['P08']],
  ])('energy review: %s', (_, facts, on, more) => {
    expect(change(facts, {}, on)).toEqual(adds(...more))
  })
  it.each<[string, Facts, string[]]>([
    ['a report from 5 hm²', { landAreaHm2: 5 }, ['A07 book', 'D10']],
    ['a report from 50,000 m³', { earthworkM3: 50000 }, ['A07 book', 'D10']],
    ['a form below that', { landAreaHm2: 4.99, earthworkM3: 49999 }, ['A07 table', 'D10']],
    ['a form from 0.5 hm²', { landAreaHm2: 0.5 }, ['A07 table', 'D10']],
    ['a form from 1,000 m³', { earthworkM3: 1000 }, ['A07 table', 'D10']],
    ['nothing below both', { landAreaHm2: 0.49, earthworkM3: 999 }, []],
  ])('soil and water, in a zone prone to soil loss: %s', (_, facts, more) => {
    expect(change(facts, { ...building, soilLossZone: true })).toEqual(adds(...more))
  })
  it('soil and water, elsewhere: nothing however large', () => {
    expect(change({ landAreaHm2: 50, earthworkM3: 1e6 }, building)).toEqual(nothing)
  })
  it('the EIA by its class, with acceptance and emergency plan for report and form', () => {
    expect(change({ eiaClass: 'book' })).toEqual(adds('A06 book', 'D09', 'D15'))
    expect(change({ eiaClass: 'table' })).toEqual(adds('A06 table', 'D09', 'D15'))
    expect(change({ eiaClass: 'registration' })).toEqual(adds('A06 registration'))
  })
  it('discharge or emissions: a quota and a permit of the class that the directory names', () => {
    const { dischargePermitClass: _, ...unclassed } = plain
    const of = (facts: Facts) =>
      applying(catalogue, { ...unclassed, ...facts }, '2024-03-01').filter((m) => /^(P07|D14)/.test(m))
    expect(of({ discharge: 'sewer', dischargePermitClass: 'key' })).toEqual(['P07 assessed', 'D14 key'])
    expect(of({ vocT: 0.1, dischargePermitClass: 'simplified' })).toEqual(['P07 assessed', 'D14 simplified'])
    expect(of({ dischargePermitClass: 'registration' })).toEqual(['D14 registration'])
  })
  it('the quota by commitment of government for major projects of the province alone, from 2023-03-22', () => {
    const asks = { discharge: 'sewer', quotaBy: 'governmentCommitment' }
    const quota = (listLevel: string, on: string) =>
      change({ ...asks, listLevel }, {}, on).more.filter((m) => m.startsWith('P07'))
    expect(quota('province', '2023-03-22')).toEqual(['P07 governmentCommitment'])
    expect(quota('province', '2023-03-21')).toEqual(['P07 assessed'])
    expect(quota('city', '2023-03-22')).toEqual(['P07 assessed'])
  })
  it.each<[string, Facts, Facts, string[]]>([
    ['direct abstraction: the permit and its licence', { waterDirectAbstraction: true }, {}, ['A08', 'D19']],
    ['beside a river: flood impact', { nearRiver: true }, building, ['A09']],
    ['in a flood zone: flood impact', { inFloodZone: true }, building, ['A09']],
    ['in a geo-hazard zone: an assessment', { inGeoHazardZone: true }, granted, ['A10']],
    ['possible relics: archaeology and the permit', { relicsZone: true }, granted, ['P05', 'A12']],
    ['minerals under the site: approval', { overlayMineral: true }, granted, ['A11']],
    ['severe secondary disasters: seismic evaluation', { severeSeismic: true }, building, ['A18']],
    ['foreign capital: its report', { isForeign: true }, {}, ['A17']],
    ['health hazards: assessment and acceptance', { occupationalHazard: true }, {}, ['A14', 'D13']],
    ['a dormitory, office or canteen: civil defence', { hasCivilBuilding: true }, building, ['B03', 'D05']],
    ['a high-rise beyond the codes: seismic approval', { outOfCodeHeight: true }, building, ['B04']],
    ['piling ahead: a phased permit', { earlyPiling: true }, building, ['C07p', 'W04p']],
    ['flammable places: lightning protection', { flammable: true }, building, ['C09', 'D07']],
    ['spoil off the site: waste disposal', { spoilOffSite: true }, building, ['C10']],
    ['a road cut: its permit', { needRoadCut: true }, building, ['C11']],
    ['cranes: their registration', { cranes: true }, building, ['C15']],
    ['special equipment: its registration', { specialEquip: true }, {}, ['D16']],
    ['trees or municipal works: their permit', { greenOrMunicipal: true }, building, ['B05']],
    ['traffic, railway, airspace, security: their opinions', { specialZone: true }, building, ['B06']],
    ['a changed filing: its change', { filingChanged: true }, {}, ['A01b newProject']],
    ['a place on the list of major projects: no approval more', { listLevel: 'province' }, granted, []],
  ])('%s', (_, facts, given, more) => {
    expect(change(facts, given)).toEqual(adds(...more))
  })
  it('hazardous chemicals made, stored or arising: both safety reviews and the licence', () => {
    const hazardous = { more: ['A13', 'C08', 'D12 hazchem'], less: ['D12 general'] }
    expect(change({ hazardChem: 'production' }, { eiaClass: 'book' })).toEqual(hazardous)
    expect(change({ hazardChem: 'storage' }, { eiaClass: 'book' })).toEqual(hazardous)
    expect(change({ hazardChemByproduct: true })).toEqual(hazardous)
    expect(change({ hazardChem: 'use' }, { eiaClass: 'book' })).toEqual(nothing)
  })
  it('hazardous and flammable: fire review and lightning besides', () => {
    expect(change({ flammable: true }, { ...building, hazardChem: 'storage' })).toEqual({
      more: ['C02', 'C09', 'D04 acceptance', 'D07'],
      less: ['D04 filing'],
    })
  })
  it('special works: the fire design review and fire acceptance, all others a filing', () => {
    expect(change({ specialWorks: true }, building)).toEqual({ more: ['C02', 'D04 acceptance'], less: ['D04 filing'] })
  })
  it('no construction permit at or below 300,000 yuan or 300 m²', () => {
    const permit = (investmentWan: number, floorAreaM2: number) =>
      applying(catalogue, { ...plain, ...building, investmentWan, floorAreaM2 }, '2024-03-01').includes('C07')
    expect([permit(30, 5000), permit(5000, 300), permit(30.1, 300.1)]).toEqual([false, false, true])
  })
  it('a project in the approval catalogue: approved instead of filed', () => {
    expect(change({ inApprovalCatalogue: true })).toMatchObject({ more: ['A02'], less: ['A01 newProject'] })
  })
  it('a regional assessment: its results are shared, and exempt the matter that it covers', () => {
    expect(change({}, granted, '2024-03-01', ['geoHazard'])).toEqual(adds('P06'))
    const exempting = (assessment: string) =>
      catalogue.matters.filter((m) => m.tracks.exempt?.assessment === assessment).map((m) => m.id)
    expect(catalogue.assessments.map((a) => [a.id, ...exempting(a.id)])).toEqual([
      ['energy', 'A05'],
      ['eia', 'A06'],
      ['overlayMineral', 'A11'],
      ['geoHazard', 'A10'],
      ['waterSoil', 'A07'],
      ['floodImpact', 'A09'],
      ['waterDemonstration', 'A08'],
      ['seismic', 'A18'],
      ['climate'],
      ['relics', 'P05', 'A12'],
      ['soil', 'P04'],
    ])
  })
})
