import 'antd/dist/antd.css'
import './shell/shell.css'

// The content policy forbids code made at run time; schemas that look whether they may make it would be reported as an attempt.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
// Webviews and browsers before 2025 have no Temporal; the others do not load 19 kB for nothing.
if (!('Temporal' in globalThis)) await import('temporal-polyfill/global')
const { start } = await import('./start.tsx')
start(document.getElementById('root') ?? document.body)
