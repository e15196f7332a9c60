import { z } from 'zod'
import type { Contract } from './contract.ts'
import { AgencyId, CompanyId, Day, DistrictCode, Instant, PersonId, Version } from './ids.ts'
import { Action, Reach, Role } from './rights.ts'
import { Text } from './text.ts'

/** Who is signed in: what pages show and hide follows from it. */
export const Me = z.strictObject({
  personId: PersonId,
  name: z.string(),
  district: z.strictObject({ code: DistrictCode, name: Text }),
  agency: z.strictObject({ id: AgencyId, name: Text }).nullable(),
  company: z.strictObject({ id: CompanyId, name: z.string() }).nullable(),
  roles: z.array(Role),
  may: z.partialRecord(Action, Reach),
  /** Sent back in the header `x-kaigong-csrf` with everything that changes something. */
  csrf: z.string(),
  secondFactor: z.boolean(),
  demo: z.boolean(),
  /** The day in law: in a demonstration the clock begins in 2023. */
  today: Day,
})
export type Me = z.infer<typeof Me>

export const SignInWays = z.strictObject({
  local: z.boolean(),
  oidc: z.array(z.strictObject({ id: z.string(), name: Text })),
  /** Only in demo mode: who one may be without a password. All invented. */
  personas: z.array(
    z.strictObject({ personId: PersonId, name: z.string(), role: Role, district: Text, place: Text.nullable() }),
  ),
})

export type SignInWays = z.infer<typeof SignInWays>

const accountName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,39}$/, {
    error: '账号为 2–40 位小写字母、数字、点、下划线、连字符 · 2–40 of a–z, 0–9, dot, underscore, hyphen',
  })
const newPassword = z
  .string()
  .min(12, { error: '密码至少 12 位 · at least 12 characters' })
  .max(200, { error: '密码最多 200 位 · at most 200 characters' })
const code = z.string().regex(/^\d{6}$/, { error: '动态码为六位数字 · six digits' })

export const PersonFields = z.strictObject({
  name: z.string().trim().min(1).max(40),
  phone: z.string().trim().max(20).nullable(),
  idNumber: z.string().trim().max(18).nullable(),
  agencyId: AgencyId.nullable(),
  companyId: CompanyId.nullable(),
  roles: z.array(Role).min(1).max(13),
  active: z.boolean(),
})
export const PersonView = z.strictObject({
  id: PersonId,
  version: Version,
  ...PersonFields.shape,
  agencyName: Text.nullable(),
  companyName: z.string().nullable(),
  account: z.string().nullable(),
  lastSignIn: Instant.nullable(),
  /** Telephone and identity numbers are masked. */
  masked: z.boolean(),
  synthetic: z.boolean(),
})
export type PersonView = z.infer<typeof PersonView>

export const SessionView = z.strictObject({
  id: z.string(),
  current: z.boolean(),
  startedAt: Instant,
  lastSeenAt: Instant,
  agent: z.string(),
})
export const TokenView = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  scopes: z.array(Action),
  createdAt: Instant,
  expiresAt: Instant,
  lastUsedAt: Instant.nullable(),
  revoked: z.boolean(),
})

const someOfThem = z.strictObject({ agency: AgencyId.optional(), role: Role.optional() })
const onePerson = z.strictObject({ personId: PersonId })

export const peopleContracts = {
  ways: {
    method: 'GET',
    path: '/sign-in',
    may: 'anyone',
    summary: { zh: '登录方式', en: 'Ways to sign in' },
    out: { 200: SignInWays },
  },
  signIn: {
    method: 'POST',
    path: '/sign-in',
    may: 'anyone',
    summary: { zh: '账号登录', en: 'Sign in with account and password' },
    body: z.strictObject({
      account: accountName,
      password: z.string().min(1).max(200),
      code: code.optional(),
      /** A password of one's own, where the given one was to be used once. */
      next: newPassword.optional(),
    }),
    out: { 200: Me },
    refusals: [
      'signIn.wrong',
      'signIn.locked',
      'signIn.codeNeeded',
      'signIn.newPasswordNeeded',
      'signIn.oneTimeOver',
      'signIn.deactivated',
      'signIn.forged',
    ],
  },
  persona: {
    method: 'POST',
    path: '/sign-in/persona',
    may: 'anyone',
    summary: { zh: '演示身份登录（仅演示模式）', en: 'Sign in as a demo persona (demo mode only)' },
    body: z.strictObject({ personId: PersonId }),
    out: { 200: Me },
    refusals: ['request.notFound', 'signIn.forged'],
  },
  oidcStart: {
    method: 'GET',
    path: '/sign-in/oidc/:provider',
    may: 'anyone',
    summary: { zh: '转往统一身份认证', en: 'Go to the identity provider' },
    params: z.strictObject({ provider: z.string().max(40) }),
    query: z.strictObject({ returnTo: z.string().max(500).optional() }),
    out: { 302: null },
    refusals: ['request.notFound', 'signIn.providerAway'],
  },
  oidcBack: {
    method: 'GET',
    path: '/sign-in/oidc/:provider/back',
    may: 'anyone',
    summary: { zh: '从统一身份认证返回', en: 'Back from the identity provider' },
    params: z.strictObject({ provider: z.string().max(40) }),
    query: z.looseObject({}),
    out: { 302: null },
    refusals: ['signIn.wrong', 'signIn.unmapped', 'signIn.deactivated', 'signIn.providerAway'],
  },
  signOut: {
    method: 'POST',
    path: '/sign-out',
    may: 'signedIn',
    summary: { zh: '退出；everywhere 为退出所有设备', en: 'Sign out; everywhere ends all sessions' },
    body: z.strictObject({ everywhere: z.boolean() }),
    out: { 204: null },
  },
  me: { method: 'GET', path: '/me', may: 'signedIn', summary: { zh: '我是谁', en: 'Who I am' }, out: { 200: Me } },
  sessions: {
    method: 'GET',
    path: '/me/sessions',
    may: 'signedIn',
    summary: { zh: '我的登录', en: 'My sessions' },
    out: { 200: z.strictObject({ items: z.array(SessionView) }) },
  },
  changePassword: {
    method: 'POST',
    path: '/me/password',
    may: 'signedIn',
    summary: { zh: '修改密码', en: 'Change the password' },
    body: z.strictObject({ current: z.string().min(1).max(200), next: newPassword }),
    out: { 204: null },
    refusals: ['signIn.wrong', 'signIn.locked', 'signIn.oneTimeOver'],
  },
  startSecondFactor: {
    method: 'POST',
    path: '/me/second-factor',
    may: 'signedIn',
    summary: { zh: '启用动态码（第一步：取得密钥）', en: 'Second factor, step one: a secret' },
    out: { 200: z.strictObject({ secret: z.string(), uri: z.string() }) },
  },
  confirmSecondFactor: {
    method: 'PUT',
    path: '/me/second-factor',
    may: 'signedIn',
    summary: { zh: '启用动态码（第二步：验证）', en: 'Second factor, step two: confirm' },
    body: z.strictObject({ code }),
    out: { 204: null },
    refusals: ['signIn.wrong'],
  },
  endSecondFactor: {
    method: 'DELETE',
    path: '/me/second-factor',
    may: 'signedIn',
    summary: { zh: '停用动态码', en: 'Remove the second factor' },
    body: z.strictObject({ password: z.string().min(1).max(200), code }),
    out: { 204: null },
    refusals: ['signIn.wrong', 'signIn.locked', 'signIn.oneTimeOver'],
  },
  list: {
    method: 'GET',
    path: '/people',
    may: 'people.read',
    summary: { zh: '人员', en: 'People' },
    query: someOfThem,
    out: { 200: z.strictObject({ items: z.array(PersonView) }) },
  },
  /** Asked with a body: an address, which proxies and histories keep, names nobody. */
  search: {
    method: 'POST',
    path: '/people/search',
    may: 'people.read',
    summary: { zh: '按姓名、拼音或首字母找人', en: 'Find people by name, pinyin or its initials' },
    body: z.strictObject({ q: z.string().trim().min(1).max(60), ...someOfThem.shape }),
    out: { 200: z.strictObject({ items: z.array(PersonView) }) },
  },
  create: {
    method: 'POST',
    path: '/people',
    may: 'people.write',
    summary: { zh: '登记人员', en: 'Register a person' },
    body: z.strictObject({ ...PersonFields.shape, account: accountName.nullable(), password: newPassword.nullable() }),
    out: { 201: PersonView },
    refusals: ['person.nameTaken'],
  },
  change: {
    method: 'PUT',
    path: '/people/:personId',
    may: 'people.write',
    ifMatch: true,
    summary: { zh: '修改人员', en: 'Change a person' },
    params: onePerson,
    body: PersonFields,
    out: { 200: PersonView },
    refusals: ['person.lastAdministrator'],
  },
  resetPassword: {
    method: 'POST',
    path: '/people/:personId/password-reset',
    may: 'people.resetPassword',
    summary: {
      zh: '重置密码：发放只显示一次的一次性密码（留痕）',
      en: 'Reset a forgotten password: a one-time one, told this once; this is recorded',
    },
    params: onePerson,
    body: z.strictObject({
      lostAuthenticator: z
        .boolean()
        .describe('动态码器也丢失的，同时停用动态码 The authenticator is lost, too: the second factor is switched off'),
    }),
    out: { 201: z.strictObject({ account: z.string(), password: z.string(), until: Instant }) },
    refusals: ['request.notFound', 'signIn.deactivated'],
  },
  unmask: {
    method: 'POST',
    path: '/people/:personId/unmask',
    may: 'people.unmask',
    summary: { zh: '查看完整号码（留痕）', en: 'See the full numbers; this is recorded' },
    params: onePerson,
    body: z.strictObject({ reason: z.string().trim().min(2).max(200) }),
    out: { 200: z.strictObject({ phone: z.string().nullable(), idNumber: z.string().nullable() }) },
  },
  tokens: {
    method: 'GET',
    path: '/tokens',
    may: 'token.manage',
    summary: { zh: '接口令牌', en: 'API tokens' },
    out: { 200: z.strictObject({ items: z.array(TokenView) }) },
  },
  createToken: {
    method: 'POST',
    path: '/tokens',
    may: 'token.manage',
    summary: { zh: '新建接口令牌', en: 'Make an API token' },
    body: z.strictObject({
      name: z.string().trim().min(1).max(60),
      scopes: z.array(Action).min(1),
      days: z.int().min(1).max(365),
    }),
    out: { 201: z.strictObject({ ...TokenView.shape, token: z.string() }) },
  },
  revokeToken: {
    method: 'DELETE',
    path: '/tokens/:tokenId',
    may: 'token.manage',
    summary: { zh: '收回接口令牌', en: 'Revoke an API token' },
    params: z.strictObject({ tokenId: z.uuid() }),
    out: { 204: null },
  },
} as const satisfies Readonly<Record<string, Contract>>
