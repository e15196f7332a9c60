/** What ends an English word after a number: `{{n}} matter{{n, s}}`, `{{n}} breach{{n, es}}`, `{{n}} entr{{n, y}}`. */
export const endingsOf = {
  s: ['', 's'],
  es: ['', 'es'],
  y: ['y', 'ies'],
} as const satisfies Readonly<Record<string, readonly [one: string, more: string]>>

/** The ending for one, or for any other number. */
export const ending =
  ([one, more]: readonly [one: string, more: string]) =>
  (n: unknown): string =>
    Number(n) === 1 ? one : more
