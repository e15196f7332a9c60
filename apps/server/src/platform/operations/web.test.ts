import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { httpApp } from '../http/app.ts'
import { webRoutes } from './web.ts'

const script = 'export const page = 1\n'.repeat(100)
let dist: string
let app: FastifyInstance
beforeAll(() => {
  dist = mkdtempSync(join(tmpdir(), 'kaigong-web-'))
  mkdirSync(join(dist, 'assets'))
  writeFileSync(join(dist, 'index.html'), '<!doctype html><title>开工</title>')
  writeFileSync(join(dist, 'secret.txt'), 'not for anybody')
  writeFileSync(join(dist, 'assets', 'page-1a2b.js'), script)
  writeFileSync(join(dist, 'assets', 'page-1a2b.js.gz'), gzipSync(script))
  writeFileSync(join(dist, 'assets', 'page-3c4d.css'), 'a{}')
  app = httpApp({ db: {} as never, routes: [], logger: undefined, trustProxy: false, authenticate: async () => null })
  webRoutes(app, dist)
})
afterAll(async () => {
  await app.close()
  rmSync(dist, { recursive: true })
})

describe('the built web', () => {
  it('is one page at every address of its own, held to its own origin', async () => {
    for (const url of ['/', '/projects', '/projects/0190a000-0000-7000-8000-000000000001/plan?no=2']) {
      const { statusCode, payload, headers } = await app.inject(url)
      expect([url, statusCode, payload]).toEqual([url, 200, expect.stringContaining('开工')])
      expect(headers['content-security-policy']).toMatch(/^default-src 'self'; style-src 'self' 'unsafe-inline'; /)
      expect(headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe|\*/)
      expect(headers['cache-control']).toBe('no-store')
    }
  })

  it('lets files with a hash in their name stay, compressed for whoever takes that', async () => {
    const plain = await app.inject('/assets/page-1a2b.js')
    expect(plain.payload).toBe(script)
    expect(plain.headers).toMatchObject({ 'cache-control': 'public, max-age=31536000, immutable' })
    const small = await app.inject({ url: '/assets/page-1a2b.js', headers: { 'accept-encoding': 'gzip, br' } })
    expect(small.headers).toMatchObject({
      'content-encoding': 'gzip',
      'content-type': expect.stringContaining('javascript'),
    })
    expect(small.rawPayload.length).toBeLessThan(script.length / 5)
    const alone = await app.inject({ url: '/assets/page-3c4d.css', headers: { 'accept-encoding': 'gzip' } })
    expect(alone.payload).toBe('a{}')
  })

  it('is not what an unknown address of the interface or an old file gets, nor anything beside it', async () => {
    for (const url of [
      '/api/v1/nothing',
      '/api/nothing',
      '/assets/page-0000.js',
      '/assets/../secret.txt',
      '/assets/%2e%2e/secret.txt',
    ]) {
      const { statusCode, payload } = await app.inject(url)
      expect([url, payload.includes('not for anybody')]).toEqual([url, false])
      if (!url.includes('secret')) expect([url, statusCode]).toEqual([url, 404])
    }
  })
})
