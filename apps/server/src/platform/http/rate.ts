import type { World } from '../world/world.ts'

/** Addresses remembered at once; beyond that the oldest are forgotten. */
const MOST = 10_000

/**
 * How often one address may ask what anybody may: so many times in a minute of the clock. Kept in the memory of this server alone: a second
 * server beside it counts for itself, which lets somebody ask twice as often and no more.
 */
export function perMinute({ now }: Pick<World, 'now'>, most: number): (address: string) => boolean {
  const asked = new Map<string, { readonly minute: number; readonly times: number }>()
  return (address) => {
    const minute = Math.floor(now().epochMilliseconds / 60_000)
    const before = asked.get(address)
    const times = before?.minute === minute ? before.times + 1 : 1
    asked.delete(address)
    asked.set(address, { minute, times })
    const [oldest] = asked.keys()
    if (asked.size > MOST && oldest !== undefined) asked.delete(oldest)
    return times <= most
  }
}
