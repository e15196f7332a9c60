import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = `http://127.0.0.1:${process.env.KAIGONG_PORT ?? '8620'}`

/** What every page needs stays in one file that seldom changes, so that a new version of Kaigong is a small download. */
const ground =
  /node_modules[\\/](react|react-dom|scheduler|@tanstack[\\/](?!react-virtual|virtual-core)|i18next|react-i18next)[\\/]/

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    // Offices still run Chromium shells of 109, the last one for Windows 7.
    target: 'chrome109',
    outDir: 'dist',
    emptyOutDir: true,
    // Nothing is inlined as data: an office's proxy then sees plain files, and the content policy stays strict.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'ground', test: ground, priority: 1 }] } } },
  },
  server: {
    port: 5173,
    proxy: { '/api': { target: server, changeOrigin: false } },
  },
})
