import { type Refused, refuse } from '../platform/http/answer.ts'

/** Whoever finds a machine's token must not be able to lock its owner out. */
export const notByToken = (): Refused =>
  refuse('right.missing', {
    detail: {
      zh: '接口令牌不能改动账号，须本人登录后办理',
      en: 'An API token may not change an account; its owner must be signed in',
    },
  })
