/** One text for one value, whatever the order in which its keys were written: what is hashed, and what is compared. */
export const canonical = (value: unknown): string => JSON.stringify(value, (_, part: unknown) => ordered(part))

/** Objects with their keys in the order of code units; arrays keep theirs. */
function ordered(part: unknown): unknown {
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
  return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
}
