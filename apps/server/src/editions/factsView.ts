import type { FactDefinition } from '@kaigong/catalogue'
import type { Ground } from '@kaigong/planner'

const groupNames: Readonly<Record<FactDefinition['group'], { readonly zh: string; readonly en: string }>> = {
  project: { zh: '项目', en: 'Project' },
  land: { zh: '土地', en: 'Land' },
  building: { zh: '建筑', en: 'Building' },
  energy: { zh: '能源', en: 'Energy' },
  environment: { zh: '环境', en: 'Environment' },
  water: { zh: '水', en: 'Water' },
  safety: { zh: '安全与卫生', en: 'Safety and health' },
  transport: { zh: '道路与运输', en: 'Roads and transport' },
  schedule: { zh: '工期', en: 'Schedule' },
}

/** What the fact form asks, as the catalogue in force has it. */
export function factsView({ catalogue, district, cite }: Ground) {
  const day = catalogue.edition.checkedThrough
  return {
    items: catalogue.facts.map((fact) => ({
      id: fact.id,
      name: fact.name,
      question: fact.question,
      group: fact.group,
      of: fact.of,
      type: fact.type,
      unit: fact.unit ?? null,
      units: fact.units ?? {},
      minimum: fact.minimum ?? null,
      maximum: fact.maximum ?? null,
      choices: Object.entries(fact.choices ?? {}).map(([value, name]) => ({ value, name })),
      assumed: fact.assumedWhenUnknown ?? null,
      confidence: fact.confidence,
      basis: cite(fact, day).text,
    })),
    groups: Object.entries(groupNames).map(([id, name]) => ({ id, name })),
    matters: catalogue.matters.map(({ id, name, per, tracks, materials }) => ({
      id,
      name,
      per,
      tracks: ['standard', ...Object.keys(tracks)],
      materials: materials.map((m) => ({ id: m.id, name: m.name, from: m.from, necessity: m.necessity })),
    })),
    assessments: district.regionalAssessments.map(({ id, type, park, validTo }) => {
      const kind = catalogue.assessments.find((a) => a.id === type)?.name
      return {
        id,
        name: { zh: `${kind?.zh ?? type}（${park.zh}）`, en: `${kind?.en ?? type} (${park.en})` },
        validTo,
      }
    }),
  }
}
