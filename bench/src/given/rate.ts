/** So many a second, and how long one took, in ms. */
export type Rate = { readonly perSecond: number; readonly p99: number }

/** Does `one` on so many roads at once for a while. */
export async function rateOf(roads: number, seconds: number, one: (road: number) => Promise<unknown>): Promise<Rate> {
  const times: number[] = []
  const end = performance.now() + seconds * 1000
  await Promise.all(
    Array.from({ length: roads }, async (_, road) => {
      while (performance.now() < end) {
        const begun = performance.now()
        await one(road)
        times.push(performance.now() - begun)
      }
    }),
  )
  return { perSecond: times.length / seconds, p99: percentile(times, 0.99) }
}

const READS = 500
/** 50 a second. */
const EVERY_MS = 20

/** How long each of 500 reads took, in ms, when one begins every 20 ms, or as soon as a slower one before it has ended. */
export async function pacedReads(read: () => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = []
  for (let i = 0; i < READS; i++) {
    const next = new Promise((resolve) => setTimeout(resolve, EVERY_MS))
    const begun = performance.now()
    await read()
    times.push(performance.now() - begun)
    await next
  }
  return times
}

export const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)
