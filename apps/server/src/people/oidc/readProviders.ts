import { readFileSync } from 'node:fs'
import { DistrictCode, Role, Text } from '@kaigong/contract'
import { z } from 'zod'
import type { IdentityProvider } from './provider.ts'

const Provider = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: Text,
  issuer: z.url(),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  district: DistrictCode,
  claims: z.strictObject({
    name: z.string(),
    agency: z.string(),
    agencies: z.record(z.string(), z.string()),
    roles: z.string(),
    roleNames: z.record(z.string(), Role),
  }),
})

/** The identity providers that an operator describes in a file; none where no file is named. */
export function readProviders(file: string): readonly IdentityProvider[] | { readonly refused: Text } {
  if (file === '') return []
  try {
    const read = z.array(Provider).safeParse(JSON.parse(readFileSync(file, 'utf8')))
    if (read.success) return read.data
    const [issue] = read.error.issues
    const where = issue?.path.join('.') ?? ''
    return {
      refused: {
        zh: `KAIGONG_OIDC_FILE：${where} 不对：${issue?.message}`,
        en: `KAIGONG_OIDC_FILE: ${where} is wrong: ${issue?.message}`,
      },
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : ''
    return { refused: { zh: `读不出 KAIGONG_OIDC_FILE：${why}`, en: `KAIGONG_OIDC_FILE cannot be read: ${why}` } }
  }
}
