import { z } from 'zod'
import type { Contract } from './contract.ts'
import { Day, EditionId, Instant, Version } from './ids.ts'
import { PlanChange } from './plans.ts'
import { Text } from './text.ts'

const MatterLine = z.strictObject({
  id: z.string(),
  name: Text,
  stage: z.int(),
  nature: z.string(),
  agency: Text.nullable(),
  limit: Text,
  confidence: z.string(),
})
/** A statement of the catalogue as a reader sees it: what, the source with version and article, the confidence mark. */
const Statement = z.strictObject({ text: Text, basis: Text.nullable(), confidence: z.string().nullable() })

export const EditionView = z.strictObject({
  id: EditionId,
  version: Version,
  name: z.string(),
  status: z.enum(['proposed', 'inForce', 'former', 'dropped']),
  /** What it changes against the one in force when it was proposed: catalogue, calendar, promises or settings. */
  cause: z.enum(['first', 'catalogue', 'calendar', 'promise', 'settings']),
  calendarThrough: Day,
  lawCheckedThrough: Day,
  proposedBy: z.string().nullable(),
  proposedAt: Instant,
  adoptedAt: Instant.nullable(),
  trial: z
    .strictObject({ at: Instant, projects: z.int(), touched: z.int(), running: z.boolean(), progress: z.number() })
    .nullable(),
})
export type EditionView = z.infer<typeof EditionView>

const Changed = z.strictObject({ what: Text, before: Text.nullable(), after: Text.nullable() })
const FileText = z.strictObject({ path: z.string().max(200), text: z.string().max(400_000) })
const oneEdition = z.strictObject({ editionId: EditionId })

/** The parts of the district's own files that are edited as settings. */
export const SettingsFile = z.enum([
  'promises',
  'capacities',
  'studios',
  'lights',
  'tolerance',
  'agencies',
  'handlers',
  'series',
  'assessments',
  'district',
])

export const editionContracts = {
  matters: {
    method: 'GET',
    path: '/catalogue/matters',
    may: 'catalogue.read',
    summary: { zh: '事项目录', en: 'Matters of the catalogue' },
    query: z.strictObject({ edition: EditionId.optional(), q: z.string().trim().max(60).optional() }),
    out: { 200: z.strictObject({ edition: EditionId, items: z.array(MatterLine) }) },
  },
  matter: {
    method: 'GET',
    path: '/catalogue/matters/:matterId',
    may: 'catalogue.read',
    summary: { zh: '一个事项的全部规定', en: 'Everything about a matter' },
    params: z.strictObject({ matterId: z.string().max(10) }),
    query: z.strictObject({ edition: EditionId.optional() }),
    out: {
      200: z.strictObject({
        ...MatterLine.shape,
        sections: z.array(z.strictObject({ title: Text, lines: z.array(Statement) })),
        before: z.array(
          z.strictObject({ matter: z.string(), name: Text, kind: z.string(), basis: Text, confidence: z.string() }),
        ),
        after: z.array(
          z.strictObject({ matter: z.string(), name: Text, kind: z.string(), basis: Text, confidence: z.string() }),
        ),
      }),
    },
  },
  /** What the fact form asks: every fact with its question, type, unit and choices. */
  facts: {
    method: 'GET',
    path: '/catalogue/facts',
    may: 'catalogue.read',
    summary: { zh: '项目属性及其问法', en: 'Facts and how they are asked' },
    query: z.strictObject({ edition: EditionId.optional() }),
    out: {
      200: z.strictObject({
        items: z.array(
          z.strictObject({
            id: z.string(),
            name: Text,
            question: Text,
            group: z.string(),
            of: z.enum(['project', 'phase', 'parcel']),
            type: z.enum(['number', 'integer', 'boolean', 'choice', 'choices', 'text']),
            unit: z.string().nullable(),
            units: z.record(z.string(), z.number()),
            minimum: z.number().nullable(),
            maximum: z.number().nullable(),
            choices: z.array(z.strictObject({ value: z.string(), name: Text })),
            assumed: z.strictObject({ value: z.json(), says: Text }).nullable(),
            confidence: z.string(),
            basis: Text.nullable(),
          }),
        ),
        groups: z.array(z.strictObject({ id: z.string(), name: Text })),
        matters: z.array(
          z.strictObject({
            id: z.string(),
            name: Text,
            /** Where it occurs: once, or in each of these. */
            per: z.enum(['project', 'phase', 'parcel', 'unitWorks']),
            /** Tracks that a project may choose for it, the standard one first. */
            tracks: z.array(z.string()),
            materials: z.array(
              z.strictObject({
                id: z.string(),
                name: Text,
                /** Who makes it. */
                from: z.string(),
                necessity: z.enum(['essential', 'deferrable']),
              }),
            ),
          }),
        ),
        assessments: z.array(z.strictObject({ id: z.string(), name: Text, validTo: Day.nullable() })),
      }),
    },
  },
  list: {
    method: 'GET',
    path: '/editions',
    may: 'catalogue.read',
    summary: { zh: '目录各版本', en: 'Editions of the catalogue' },
    out: { 200: z.strictObject({ items: z.array(EditionView) }) },
  },
  diff: {
    method: 'GET',
    path: '/editions/:editionId/diff',
    may: 'catalogue.read',
    summary: { zh: '与另一版比较', en: 'Compare with another edition' },
    params: oneEdition,
    query: z.strictObject({ from: EditionId }),
    out: { 200: z.strictObject({ changes: z.array(Changed) }) },
  },
  /** Replaces or adds files of the edition in force. */
  propose: {
    method: 'POST',
    path: '/editions',
    may: 'catalogue.propose',
    bodyLimit: 8 * 1024 * 1024,
    summary: { zh: '提出新版目录、日历或承诺', en: 'Propose a new catalogue, calendar or promise' },
    body: z.strictObject({ name: z.string().trim().min(1).max(100), files: z.array(FileText).min(1).max(300) }),
    out: { 201: EditionView },
    refusals: ['edition.faulty'],
  },
  try: {
    method: 'POST',
    path: '/editions/:editionId/trial',
    may: 'catalogue.propose',
    summary: { zh: '试算影响', en: 'Try what it would change' },
    params: oneEdition,
    out: { 202: EditionView },
  },
  trial: {
    method: 'GET',
    path: '/editions/:editionId/trial',
    may: 'catalogue.propose',
    summary: { zh: '试算结果：受影响的项目、方案、承诺', en: 'What it touches: projects, plans, promises' },
    params: oneEdition,
    out: {
      200: z.strictObject({
        edition: EditionView,
        touched: z.array(
          z.strictObject({
            projectId: z.uuid(),
            name: z.string(),
            changes: z.array(PlanChange),
            /** Promised days that the new dates would miss. */
            promises: z.array(
              z.strictObject({ matter: z.string(), name: Text, promisedOn: Day, wouldBe: Day.nullable() }),
            ),
          }),
        ),
        failed: z.array(z.strictObject({ projectId: z.uuid(), name: z.string(), reason: Text })),
      }),
    },
  },
  adopt: {
    method: 'POST',
    path: '/editions/:editionId/adopt',
    may: 'catalogue.adopt',
    ifMatch: true,
    summary: { zh: '启用新版', en: 'Adopt the edition' },
    params: oneEdition,
    out: { 200: EditionView },
    refusals: ['edition.notTried'],
  },
  drop: {
    method: 'POST',
    path: '/editions/:editionId/drop',
    may: 'catalogue.propose',
    ifMatch: true,
    summary: { zh: '放弃提议', en: 'Drop the proposal' },
    params: oneEdition,
    out: { 200: EditionView },
  },
  settings: {
    method: 'GET',
    path: '/district/settings',
    may: 'district.read',
    summary: { zh: '本区设置', en: 'Settings of the district' },
    out: {
      200: z.strictObject({
        edition: EditionId,
        district: z.strictObject({ code: z.string(), name: Text }),
        files: z.array(z.strictObject({ file: SettingsFile, name: Text, text: z.string(), value: z.json() })),
        agencies: z.array(z.strictObject({ id: z.string(), name: Text, short: Text })),
        /** What the files name by its id alone. */
        matters: z.array(
          z.strictObject({
            id: z.string(),
            name: Text,
            variants: z.array(z.strictObject({ id: z.string(), name: Text })),
          }),
        ),
        history: z.array(
          z.strictObject({
            at: Instant,
            by: z.string().nullable(),
            file: z.string(),
            edition: EditionId,
            changes: z.array(Changed),
          }),
        ),
      }),
    },
  },
  /** A changed settings file becomes a proposed edition, tried and adopted like any other. */
  changeSettings: {
    method: 'PUT',
    path: '/district/settings/:file',
    may: 'district.write',
    summary: { zh: '修改本区设置（先成为提议）', en: 'Change settings; becomes a proposal first' },
    params: z.strictObject({ file: SettingsFile }),
    body: z.strictObject({ text: z.string().max(400_000), reason: z.string().trim().min(2).max(200) }),
    out: { 201: EditionView },
    refusals: ['edition.faulty'],
  },
} as const satisfies Readonly<Record<string, Contract>>
