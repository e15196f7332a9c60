/** A key by which the server knows a repeated request. `crypto.randomUUID` would be there on https only, and offices run plain http. */
export const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
