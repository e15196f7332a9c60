/** Far deeper than any body that means something, and far from where a reader runs out of stack. */
const DEEPEST = 40

/** A JSON body that can be kept: whole UTF-8, not nested beyond reason, no character that the database cannot store. */
export function readJson(bytes: Uint8Array): { readonly value: unknown } | 'malformed' {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (tooDeep(text)) return 'malformed'
    const value: unknown = JSON.parse(text)
    return keepable(value) ? { value } : 'malformed'
  } catch {
    return 'malformed'
  }
}

function tooDeep(text: string): boolean {
  let depth = 0
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const c = text[i]
    if (quoted) {
      if (c === '\\') i++
      else if (c === '"') quoted = false
    } else if (c === '"') quoted = true
    else if (c === '{' || c === '[') {
      depth++
      if (depth > DEEPEST) return true
    } else if (c === '}' || c === ']') depth--
  }
  return false
}

/** PostgreSQL stores neither NUL nor half of a surrogate pair. */
export const isKeepableText = (text: string): boolean => !text.includes('\0') && text.isWellFormed()

function keepable(value: unknown): boolean {
  if (typeof value === 'string') return isKeepableText(value)
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([key, part]) => isKeepableText(key) && key !== '__proto__' && keepable(part))
}
