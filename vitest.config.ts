import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // The browser tests have a command of their own: npm run e2e.
    include: process.env.KAIGONG_CHROMIUM ? ['e2e/**/*.test.ts'] : ['{packages,apps,arrows,demo,scripts}/**/*.test.ts'],
    globalSetup: ['apps/server/src/platform/database/embedded/testCluster.globalSetup.ts'],
    setupFiles: ['scripts/propertySeed.ts'],
    testTimeout: 30_000,
    // A product with its own database and threads takes a while to open on a busy machine.
    hookTimeout: 60_000,
    pool: 'threads',
    isolate: false,
  },
})
