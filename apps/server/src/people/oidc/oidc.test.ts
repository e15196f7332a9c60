import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openProduct, type Product } from '../../product.fixture.ts'
import { type Office, PUBLIC_URL, type RunningProvider, startProvider } from './provider.fixture.ts'

const office: Office = new Map()
let provider: RunningProvider
let product: Product
beforeAll(async () => {
  provider = await startProvider(office)
  product = await openProduct({
    publicUrl: PUBLIC_URL,
    providers: [provider.described, { ...provider.described, id: 'away', issuer: 'http://127.0.0.1:1' }],
  })
}, 60_000)
afterAll(async () => {
  await product.close()
  await provider.close()
})

const get = (address: string, cookies: readonly { name: string; value: string }[] = []) =>
  product.app.inject({
    method: 'GET',
    url: address.replace(PUBLIC_URL, ''),
    cookies: Object.fromEntries(cookies.map(({ name, value }) => [name, value])),
  })

/** From our page to the provider and back to our door. */
async function toTheDoor(sub: string, returnTo = '/projects') {
  const start = await get(`/api/v1/sign-in/oidc/city?returnTo=${encodeURIComponent(returnTo)}`)
  const back = await provider.signIn(String(start.headers.location), sub)
  return { start, back, attempt: start.cookies as { name: string; value: string }[] }
}
async function signedIn(sub: string, returnTo?: string) {
  const { back, attempt } = await toTheDoor(sub, returnTo)
  return await get(back, attempt)
}
const sessionOf = ({ cookies }: Awaited<ReturnType<typeof get>>) =>
  (cookies as { name: string; value: string }[]).filter(({ name, value }) => name === 'kaigong' && value !== '')
const meOf = async (response: Awaited<ReturnType<typeof get>>) => (await get('/api/v1/me', sessionOf(response))).json()

describe('signing in by the identity provider of the city', () => {
  it('registers a person with the agency and roles that it names, and returns to the page that was asked for', async () => {
    office.set('zhou', { name: '周一', dept: '生态环境局', posts: ['科员'] })
    const { start, back, attempt } = await toTheDoor('zhou')
    const asked = new URL(String(start.headers.location)).searchParams
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      state: expect.stringMatching(/^.{40,}$/),
      nonce: expect.stringMatching(/^.{40,}$/),
    })
    const response = await get(back, attempt)
    expect(response).toMatchObject({ statusCode: 302, headers: { location: '/projects' } })
    expect(await meOf(response)).toMatchObject({ name: '周一', agency: { id: 'ecology' }, roles: ['officer'] })
  })

  it('brings the person up to date each time, and registers nobody twice', async () => {
    office.set('wu', { name: '吴二', dept: '生态环境局', posts: ['科员'] })
    const { personId } = await meOf(await signedIn('wu'))
    office.set('wu', { name: '吴二', dept: '生态环境局', posts: ['局长', '科员'] })
    expect(await meOf(await signedIn('wu'))).toMatchObject({ personId, roles: ['agencyHead', 'officer'] })
    await signedIn('wu')
    const { rows } = await product.database.owner.query('select type from event where stream = $1 order by version', [
      `person/${personId}`,
    ])
    expect(rows.map((r) => r.type)).toEqual(['personRegistered', 'personChanged'])
  })

  it('lets in nobody whose agency or role means nothing here', async () => {
    office.set('zheng', { name: '郑三', dept: '气象局', posts: ['科员'] })
    office.set('wang', { name: '王四', dept: '生态环境局', posts: ['科员', '书记'] })
    office.set('feng', { name: '冯五', dept: '生态环境局' })
    for (const sub of ['zheng', 'wang', 'feng']) {
      const response = await signedIn(sub)
      expect(response.json().type).toBe('/problems/signIn.unmapped')
      expect(sessionOf(response)).toEqual([])
    }
  })

  it('takes an answer once, and only from the browser that asked', async () => {
    office.set('chen', { name: '陈六', dept: '生态环境局', posts: ['科员'] })
    const { back, attempt } = await toTheDoor('chen')
    expect((await get(back)).statusCode).toBe(401)
    expect((await get(back, (await toTheDoor('chen')).attempt)).statusCode).toBe(401)
    expect((await get(back, attempt)).statusCode).toBe(302)
    expect((await get(back, attempt)).statusCode).toBe(401)
  })

  it('takes no answer that was tampered with or comes too late', async () => {
    office.set('chu', { name: '褚七', dept: '生态环境局', posts: ['科员'] })
    const forged = await toTheDoor('chu')
    expect((await get(forged.back.replace(/code=[^&]+/, 'code=made-up'), forged.attempt)).statusCode).toBe(401)
    const late = await toTheDoor('chu')
    product.world.advance({ minutes: 11 })
    expect((await get(late.back, late.attempt)).statusCode).toBe(401)
  })

  it('never leads to another site afterwards', async () => {
    office.set('wei', { name: '卫八', dept: '生态环境局', posts: ['科员'] })
    for (const elsewhere of ['https://example.org/', '//example.org', '/\\example.org', '/\t/example.org'])
      expect((await signedIn('wei', elsewhere)).headers.location).toBe('/')
  })

  it('does not let in a person whom the district has deactivated', async () => {
    office.set('jiang', { name: '蒋九', dept: '生态环境局', posts: ['科员'] })
    const { personId } = await meOf(await signedIn('jiang'))
    await product.database.owner.query('update person set active = false where person_id = $1', [personId])
    const response = await signedIn('jiang')
    expect(response.json().type).toBe('/problems/signIn.deactivated')
    expect(sessionOf(response)).toEqual([])
  })

  it('says so when the provider cannot be reached, or is none of ours', async () => {
    expect((await get('/api/v1/sign-in/oidc/away')).json()).toMatchObject({
      type: '/problems/signIn.providerAway',
      status: 503,
    })
    expect((await get('/api/v1/sign-in/oidc/unknown')).statusCode).toBe(404)
  })
})
