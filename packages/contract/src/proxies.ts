import { z } from 'zod'
import type { Contract } from './contract.ts'
import { Sha256 } from './files.ts'
import { Day, Instant, PersonId, ProjectId } from './ids.ts'
import { Text } from './text.ts'

/** What a helper may do in a company's name (packages/casework, `FLOW`): hand in and receive, never promise (domain 6.3). */
export const ProxyAct = z.enum(['correct', 'supplement', 'supplyDeferred'])
export type ProxyAct = z.infer<typeof ProxyAct>

/** Stages of a project as the national field 委托代办阶段 has them: 1 立项用地, 2 工程建设, 3 施工许可, 4 竣工验收. */
export const ProxyStage = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
export type ProxyStage = z.infer<typeof ProxyStage>

const StoredFile = z.strictObject({ materialId: z.uuid(), no: z.int().positive() })
const MatterId = z.string().max(20)

/** A company's authorisation of a helper (委托代办): for what, over which days, and whether it was revoked. */
export const ProxyView = z.strictObject({
  id: z.uuid(),
  helper: z.strictObject({ personId: PersonId, name: z.string() }),
  stages: z.array(ProxyStage),
  /** Narrowed to these matters; empty: all of its stages. */
  matters: z.array(z.strictObject({ id: MatterId, name: Text })),
  acts: z.array(z.strictObject({ type: ProxyAct, name: Text })),
  fromOn: Day,
  untilOn: Day,
  revokedOn: Day.nullable(),
  state: z.enum(['ahead', 'inForce', 'expired', 'revoked']),
  /** The signed agreement (委托代办协议), where it was stored. */
  agreement: z.strictObject({ ...StoredFile.shape, sha256: Sha256 }).nullable(),
  givenBy: z.string().nullable(),
  givenAt: Instant,
})
export type ProxyView = z.infer<typeof ProxyView>

const ofProject = z.strictObject({ projectId: ProjectId })

export const proxyContracts = {
  list: {
    method: 'GET',
    path: '/projects/:projectId/authorisations',
    may: 'project.read',
    summary: { zh: '项目的委托代办授权', en: 'Authorisations of helpers for a project' },
    params: ofProject,
    out: {
      200: z.strictObject({
        items: z.array(ProxyView),
        /** Helpers of the team, who can be authorised. */
        helpers: z.array(z.strictObject({ personId: PersonId, name: z.string() })),
        /** Matters of the plan to which an authorisation can be narrowed. */
        matters: z.array(z.strictObject({ id: MatterId, name: Text, stage: ProxyStage })),
        /** Whether whoever asks may give and revoke. */
        mayGive: z.boolean(),
      }),
    },
  },
  give: {
    method: 'POST',
    path: '/projects/:projectId/authorisations',
    may: 'proxy.give',
    summary: { zh: '委托代办：授权帮办员', en: 'Authorise a helper' },
    params: ofProject,
    body: z.strictObject({
      helper: PersonId,
      stages: z.array(ProxyStage).min(1, { error: '请选择委托阶段 · choose the stages' }).max(4),
      matters: z.array(MatterId).max(80).default([]),
      acts: z
        .array(ProxyAct)
        .min(1, { error: '请选择委托事项 · choose what may be done' })
        .max(ProxyAct.options.length),
      fromOn: Day,
      untilOn: Day,
      agreement: StoredFile.optional(),
    }),
    out: { 201: ProxyView },
    refusals: ['request.invalid', 'case.paperNotStored'],
  },
  /** Takes effect on the day on which it is said; what was done before stands. A repeat is told the same. */
  revoke: {
    method: 'POST',
    path: '/projects/:projectId/authorisations/:authorisationId/revocation',
    may: 'proxy.give',
    summary: { zh: '撤销委托代办授权', en: 'Revoke an authorisation' },
    params: z.strictObject({ ...ofProject.shape, authorisationId: z.uuid() }),
    out: { 200: ProxyView },
  },
} as const satisfies Readonly<Record<string, Contract>>
