import { openEmbedded } from './embedded.ts'

// A process of its own that opens a state folder, says what happened, and waits to be ended.
const embedded = await openEmbedded({ stateFolder: process.argv[2] ?? '' })
console.log(JSON.stringify('refused' in embedded ? embedded : { url: embedded.ownerUrl, told: embedded.told }))
if (!('refused' in embedded)) setInterval(() => undefined, 1000)
