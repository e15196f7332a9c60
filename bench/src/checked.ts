import { availableParallelism } from 'node:os'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import type { Catalogue, FactDefinition, FactValue, Project } from '@kaigong/catalogue'
import { check } from '@kaigong/checker'
import { type Ground, plan, prepare } from '@kaigong/planner'
import { law } from './given/law.ts'
import { randomFrom } from './given/randomFrom.ts'

const PROJECTS = 1000

type Share = { readonly from: number; readonly until: number }
type Count = { readonly planned: number; readonly refused: number; readonly broken: number }

/** Plans and checks random projects, as many at once as there are cores, and prints how long that took. */
async function run(): Promise<void> {
  const workers = Math.min(2, availableParallelism())
  const begun = performance.now()
  const counts = await Promise.all(
    Array.from({ length: workers }, (_, i) =>
      share({ from: (PROJECTS * i) / workers, until: (PROJECTS * (i + 1)) / workers }),
    ),
  )
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  const sum = (key: keyof Count) => counts.reduce((total, c) => total + c[key], 0)
  console.log(
    `${PROJECTS} random projects planned and checked on ${workers} threads in ${seconds} s, start of the threads and reading of the catalogue included: ${sum('planned')} plans, ${sum('refused')} refused, ${sum('broken')} rejected by the checker`,
  )
}

function share(part: Share): Promise<Count> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: part })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

async function work({ from, until }: Share): Promise<Count> {
  const catalogue = await law()
  const grounds = catalogue.districts.flatMap(({ code }) => prepare(catalogue, code) ?? [])
  let [planned, refused, broken] = [0, 0, 0]
  for (let i = from; i < until; i++) {
    const ground = grounds[i % grounds.length] as Ground
    const project = randomProject(catalogue, ground.district.code, randomFrom(i + 1))
    const made = plan(
      ground,
      project,
      { asOf: project.asOf ?? '2026-01-05', anchor: { kind: 'earliest' } },
      { explore: false },
    )
    if ('refused' in made) refused++
    else {
      planned++
      if (check(made, { catalogue, project }).length > 0) broken++
    }
  }
  return { planned, refused, broken }
}

function randomProject(catalogue: Catalogue, district: string, next: () => number): Project {
  const name = { zh: '随机项目', en: 'random project' }
  const asOf = `${2020 + Math.floor(next() * 6)}-0${1 + Math.floor(next() * 9)}-15`
  const facts = Object.fromEntries(
    catalogue.facts.flatMap((f) => (next() < 0.8 ? [[f.id, { value: randomValue(f, next) }]] : [])),
  )
  return {
    name,
    district,
    asOf,
    facts,
    parcels: [{ id: '', facts: {} }],
    phases: [{ id: '', name, facts: {} }],
    unitWorks: [],
    tracks: {},
    ready: [],
    done: [],
    assessments: [],
  }
}

function randomValue(fact: FactDefinition, next: () => number): FactValue | undefined {
  if (next() < 0.2) return undefined
  const choices = Object.keys(fact.choices ?? {})
  switch (fact.type) {
    case 'boolean':
      return next() < 0.4
    case 'choice':
      return choices[Math.floor(next() * choices.length)]
    case 'choices':
      return choices.filter(() => next() < 0.2)
    case 'text':
      return 'C3841'
    case 'integer':
      return 5 + Math.floor(next() * 200)
    case 'number':
      return Math.round(10 ** (next() * 5) * 10) / 10
  }
}

if (isMainThread) await run()
else parentPort?.postMessage(await work(workerData as Share))
