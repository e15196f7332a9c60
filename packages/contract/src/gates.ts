import { z } from 'zod'
import type { Contract } from './contract.ts'
import { Day, PersonId, ProjectId } from './ids.ts'
import { Text } from './text.ts'

const Basis = z.strictObject({ text: Text, confidence: z.string() })

export const GateId = z.enum(['G0', 'G1', 'G2', 'G3', 'G4'])
export type GateId = z.infer<typeof GateId>

const GateMissing = z.strictObject({
  matter: z.string(),
  name: Text,
  why: z.enum(['notIssued', 'spent', 'unknown']),
  says: Text,
  basis: Basis,
  /** Facts that nobody has answered, where it is not known whether the matter applies. */
  facts: z.array(z.strictObject({ id: z.string(), name: Text })),
})

const GateException = z.strictObject({
  matter: z.string(),
  on: Day,
  by: z.strictObject({ personId: PersonId, name: z.string().nullable() }),
  policy: z.strictObject({ title: z.string(), number: z.string() }),
  reason: z.string(),
})

/** Whether a gate is open for what it opens, at one place of the project; what is practice and not law (`advised`) does not close it. */
export const GateView = z.strictObject({
  gate: GateId,
  name: Text,
  opens: z.strictObject({ matter: z.string(), name: Text, occurrence: z.string() }),
  isOpen: z.boolean(),
  missing: z.array(GateMissing),
  advised: z.array(GateMissing),
  exempted: z.array(z.strictObject({ matter: z.string(), says: Text })),
  excepted: z.array(GateException),
})
export type GateView = z.infer<typeof GateView>

/** One of the six "three simultaneities" (三同时) as a checklist. */
export const SimultaneityView = z.strictObject({
  id: z.string(),
  name: Text,
  basis: Basis,
  items: z.array(
    z.strictObject({
      phase: z.enum(['design', 'construction', 'use']),
      matter: z.string(),
      name: Text,
      issuedOn: Day.nullable(),
    }),
  ),
})
export type SimultaneityView = z.infer<typeof SimultaneityView>

export const GatesView = z.strictObject({
  on: Day,
  gates: z.array(GateView),
  simultaneities: z.array(SimultaneityView),
  /** Whether whoever asks may except from a gate. */
  mayExcept: z.boolean(),
})

const ofProject = z.strictObject({ projectId: ProjectId })
const Words = z.string().trim()

export const gateContracts = {
  read: {
    method: 'GET',
    path: '/projects/:projectId/gates',
    may: 'case.read',
    summary: {
      zh: '闸门 G0–G4 与六项“三同时”：能不能开工，缺什么',
      en: 'Gates G0–G4: may it start, and what is missing',
    },
    params: ofProject,
    out: { 200: GatesView },
    refusals: ['project.bodyInvalid'],
  },
  /** A leader lets one requirement of a gate go, on the basis of a policy that bears a number; it is an event of the project. */
  except: {
    method: 'POST',
    path: '/projects/:projectId/gates/:gate/exceptions',
    may: 'gate.except',
    summary: { zh: '闸门例外：区领导凭政策依据签批', en: 'A leader’s exception from a gate' },
    params: z.strictObject({ ...ofProject.shape, gate: GateId }),
    body: z.strictObject({
      matter: z.string().max(20),
      policy: z.strictObject({
        title: Words.min(1, { error: '请填写政策文件名称 · name the policy' }).max(200),
        number: Words.min(1, { error: '请填写文号 · give its number' }).max(100),
      }),
      reason: Words.min(2, { error: '请写明理由 · give the reason' }).max(1000),
    }),
    out: { 201: GatesView },
    refusals: ['gate.notMissing', 'project.bodyInvalid'],
  },
} as const satisfies Readonly<Record<string, Contract>>
