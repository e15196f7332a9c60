import './shell/shell.css'

// Webviews and browsers before 2025 have no Temporal; the others do not load 19 kB for nothing.
if (!('Temporal' in globalThis)) await import('temporal-polyfill/global')
const { start } = await import('./start.tsx')
start(document.getElementById('root') ?? document.body)
