/** Runs something many times and says in milliseconds how long it took: median, and the tenth slowest and quickest. */
export function spread(runs: number, work: () => void): string {
  const times = Array.from({ length: runs }, () => {
    const begun = performance.now()
    work()
    return performance.now() - begun
  }).sort((a, b) => a - b)
  const at = (share: number) => times[Math.round(share * (runs - 1))]!.toFixed(2)
  return `median ${at(0.5)} ms, p10 ${at(0.1)}, p90 ${at(0.9)} (${runs} runs)`
}
