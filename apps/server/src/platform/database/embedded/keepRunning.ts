/**
 * Looks three times a second whether something still runs and starts it again where not; each start that fails is given twice the time
 * until the next, up to half a minute.
 * @returns how to end it; resolves when no start is under way any more.
 */
export function keepRunning(runs: () => boolean, start: () => Promise<void>): () => Promise<void> {
  let starting: Promise<void> | undefined
  let failures = 0
  let notBefore = 0
  const look = setInterval(() => {
    if (starting || performance.now() < notBefore || runs()) return
    starting = start()
      .then(() => {
        failures = 0
      })
      .catch(() => {
        failures += 1
        notBefore = performance.now() + Math.min(30_000, 300 * 2 ** failures)
      })
      .finally(() => {
        starting = undefined
      })
  }, 300)
  look.unref()
  return async () => {
    clearInterval(look)
    await starting
  }
}
