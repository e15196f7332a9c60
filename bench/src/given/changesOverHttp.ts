import { parentPort, workerData } from 'node:worker_threads'
import { contracts, type ProjectId } from '@kaigong/contract'
import { coordinatorAt } from './coordinator.ts'
import { inventedProject } from './district.ts'
import { rateOf } from './rate.ts'

/** What the thread is told: where, which projects (one a road), and for how long each time it is asked. */
export type Errand = { readonly url: string; readonly projects: readonly ProjectId[]; readonly seconds: number }

// Somebody who changes projects over HTTP, in a thread of their own: the server's thread is to be measured, not its client's.
const { url, projects, seconds } = workerData as Errand
const asked = await coordinatorAt(url)
let round = 0
parentPort?.on('message', async () => {
  const standing = await Promise.all(
    projects.map((projectId) => asked(contracts.projects.read, { params: { projectId } })),
  )
  const versions = standing.map(({ version }) => version)
  const rate = await rateOf(projects.length, seconds, async (road) => {
    const { version } = await asked(
      contracts.projects.change,
      { params: { projectId: projects[road]! }, body: inventedProject(road, `命令 ${road}`, `网络 ${++round}`) },
      { ifMatch: versions[road]! },
    )
    versions[road] = version
  })
  parentPort?.postMessage(rate)
})
