/** Whether a column says the same instant as a sealed text: the column keeps microseconds, rounded, the text what the clock gave. */
export function isSameMicrosecond(column: string, sealed: string): boolean {
  try {
    const apart = Temporal.Instant.from(column).epochNanoseconds - Temporal.Instant.from(sealed).epochNanoseconds
    return apart <= 1000n && apart >= -1000n
  } catch {
    return false
  }
}
