import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import OidcProvider from 'oidc-provider'
import { JINTAN } from '../../platform/district.fixture.ts'
import type { IdentityProvider } from './provider.ts'

export const PUBLIC_URL = 'http://kaigong.test'

/** What the office that runs the provider knows of its people; a test changes it. */
export type Office = Map<string, Readonly<Record<string, unknown>>>

export type RunningProvider = {
  readonly described: IdentityProvider
  /** Signs in there as somebody and follows its redirects. @returns the address with which it sends the browser back to us. */
  readonly signIn: (address: string, sub: string) => Promise<string>
  readonly close: () => Promise<void>
}

/** A real identity provider on loopback. It asks for no password: whoever the test names is signed in. */
export async function startProvider(office: Office): Promise<RunningProvider> {
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const clientSecret = randomBytes(24).toString('base64url')
  const provider = new OidcProvider(issuer, configuration(office, clientSecret))
  const serve = provider.callback()
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [, sub] = /^\/as\/([^/]+)\//.exec(request.url ?? '') ?? []
    if (sub === undefined) return serve(request, response)
    await provider.interactionFinished(request, response, { login: { accountId: sub } })
  }
  return {
    described: {
      id: 'city',
      name: { zh: '市统一身份认证', en: 'City sign-in' },
      issuer,
      clientId: 'kaigong',
      clientSecret,
      district: JINTAN,
      claims: {
        name: 'name',
        agency: 'dept',
        agencies: { 生态环境局: 'ecology' },
        roles: 'posts',
        roleNames: { 科员: 'officer', 局长: 'agencyHead' },
      },
      overHttp: true,
    },
    signIn: (address, sub) => followed(address, issuer, sub),
    close: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

const configuration = (office: Office, clientSecret: string) => ({
  clients: [
    {
      client_id: 'kaigong',
      client_secret: clientSecret,
      redirect_uris: [`${PUBLIC_URL}/api/v1/sign-in/oidc/city/back`],
    },
  ],
  jwks: {
    keys: [
      {
        ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }),
        use: 'sig',
        alg: 'RS256',
      },
    ],
  },
  cookies: { keys: [randomBytes(16).toString('hex')] },
  claims: { openid: ['sub', 'dept', 'posts'], profile: ['name'] },
  findAccount: (_: unknown, sub: string) => ({ accountId: sub, claims: () => ({ sub, ...office.get(sub) }) }),
  ttl: { Interaction: 60, Grant: 60, Session: 60, AccessToken: 60, IdToken: 60 },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
  loadExistingGrant: async ({ oidc }: GrantContext) => {
    const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId })
    grant.addOIDCScope('openid profile')
    await grant.save()
    return grant
  },
})

type GrantContext = {
  readonly oidc: {
    readonly client: { readonly clientId: string }
    readonly session: { readonly accountId: string }
    readonly provider: {
      readonly Grant: new (
        of: Readonly<Record<string, string>>,
      ) => {
        readonly addOIDCScope: (scope: string) => void
        readonly save: () => Promise<string>
      }
    }
  }
}

/** Walks as a browser does until the provider sends it to an address of ours. */
async function followed(address: string, issuer: string, sub: string): Promise<string> {
  const cookies = new Map<string, string>()
  for (let hop = 0; hop < 10; hop++) {
    if (!address.startsWith(issuer)) return address
    const response = await fetch(address.replace('/interaction/', `/as/${sub}/`), {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      cookies.set(name, value)
    }
    const location = response.headers.get('location')
    if (location === null) throw new Error(`the provider stays at ${response.status}: ${await response.text()}`)
    address = new URL(location, issuer).href
  }
  throw new Error('the provider redirects in a circle')
}
