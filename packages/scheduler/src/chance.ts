/** Chance from a seed: the same numbers on every machine. One number of state, kept where the engine keeps whole numbers. */
export type Chance = { readonly state: Int32Array }

export function chance(seed: number): Chance {
  const made = { state: Int32Array.of(Math.imul(seed | 0, 0x9e3779b1) ^ 0x6a09e667) }
  for (let i = 0; i < 4; i++) draw(made)
  return made
}

/** The next 32 bits (mulberry32). */
function draw({ state }: Chance): number {
  const s = (state[0]! + 0x6d2b79f5) | 0
  state[0] = s
  let z = Math.imul(s ^ (s >>> 15), 1 | s)
  z = (z + Math.imul(z ^ (z >>> 7), 61 | z)) ^ z
  return (z ^ (z >>> 14)) >>> 0
}

/** A whole number in [0, below); by multiplication, so that it costs no division. */
export const upTo = (chance: Chance, below: number): number => Math.floor((draw(chance) / 4294967296) * below)

/** A number in [0, 1). */
export const share = (chance: Chance): number => draw(chance) / 4294967296
