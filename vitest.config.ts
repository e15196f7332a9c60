import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{packages,apps,arrows,demo,e2e,scripts}/**/*.test.ts'],
    globalSetup: ['apps/server/src/platform/database/embedded/testCluster.globalSetup.ts'],
    setupFiles: ['scripts/propertySeed.ts'],
    testTimeout: 20_000,
    pool: 'threads',
    isolate: false,
  },
})
