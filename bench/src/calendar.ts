import { addWorkdays, type Day, day, workCalendar, type YearNotice } from '@kaigong/calendar'

const ROUNDS = 15
const ADDITIONS = 10_000_000
/** A power of two, so that the loop wraps with a mask and measures the calendar, not a division. */
const STARTS = 1 << 16

/** A week off each October: which days are off does not matter to the time taken, only how many years are prepared. */
const notices = [2020, 2021, 2022, 2023, 2024, 2025, 2026].map(
  (year): YearNotice => ({
    year,
    notice: { title: 'bench', issuedBy: 'bench', confidence: 'synthetic' },
    source: { title: 'bench' },
    confidence: 'synthetic',
    off: [{ days: `${year}-10-01..${year}-10-07`, name: { zh: '国庆节', en: 'National Day' } }],
    on: [],
  }),
)

/** Measures working-day additions per second, from days spread over 20 years, 1 to 64 days ahead, and prints median and spread. */
export async function run(): Promise<void> {
  const calendar = workCalendar(notices)
  const from = day('2020-01-01')
  const span = day('2040-01-01') - from
  const starts = new Int32Array(STARTS)
  // Spread by a fixed odd multiplier: the same days in every run, in no order that a cache could follow.
  for (let i = 0; i < STARTS; i++) starts[i] = from + ((Math.imul(i, 0x9e3779b1) >>> 0) % span)

  const millionsPerSecond: number[] = []
  let sum = 0
  for (let round = 0; round < ROUNDS; round++) {
    const begun = performance.now()
    for (let i = 0; i < ADDITIONS; i++) sum += addWorkdays(calendar, starts[i & (STARTS - 1)] as Day, (i & 63) + 1)
    millionsPerSecond.push(ADDITIONS / (performance.now() - begun) / 1000)
  }
  millionsPerSecond.sort((a, b) => a - b)
  const at = (share: number) => millionsPerSecond[Math.round(share * (ROUNDS - 1))]!.toFixed(1)
  console.log(
    `working-day additions, million a second: median ${at(0.5)}, from ${at(0)} to ${at(1)} ` +
      `(${ROUNDS} rounds of ${ADDITIONS / 1e6} million; checksum ${sum})`,
  )
}

if (import.meta.main) await run()
