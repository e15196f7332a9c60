type Parsed<T> = { readonly success: true; readonly data: T } | { readonly success: false }
type Field = { readonly safeParse: (value: unknown) => Parsed<unknown> }
type Shape<T> = { readonly shape: { readonly [K in keyof T]-?: Field } }

/**
 * What of an address's search a page understands: each field is checked by itself, and what is not understood is left out, so that
 * an old or mistyped link still opens its page.
 */
export const searchOf =
  <T extends object>(schema: Shape<T>) =>
  (raw: Readonly<Record<string, unknown>>): Partial<T> => {
    const fields = Object.entries<Field>(schema.shape).flatMap(([name, field]) => {
      if (raw[name] === undefined) return []
      const parsed = field.safeParse(raw[name])
      return parsed.success && parsed.data !== undefined ? [[name, parsed.data] as const] : []
    })
    return Object.fromEntries(fields) as Partial<T>
  }

/** A search stays text on both ways: `?q=2023` is the text "2023", and no quotes appear in addresses. */
export const parseSearch = (search: string): Record<string, string> => Object.fromEntries(new URLSearchParams(search))
export const stringifySearch = (search: Readonly<Record<string, unknown>>): string => {
  const pairs = Object.entries(search).flatMap(([name, value]) =>
    value === undefined || value === null || value === '' ? [] : [[name, String(value)]],
  )
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`
}
