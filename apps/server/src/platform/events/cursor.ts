/** A place in the order in which events became visible: the transaction that appended, then the number within. Written `tx-seq`. */
export type Cursor = { readonly tx: bigint; readonly seq: bigint }

const MOST_TX = 2n ** 64n - 1n
const MOST_SEQ = 2n ** 63n - 1n

/** null for a text that names no place, or one that the database's types cannot hold. */
export function cursorOf(text: string): Cursor | null {
  const [, tx, seq] = /^(\d{1,20})-(\d{1,19})$/.exec(text) ?? []
  if (tx === undefined || seq === undefined) return null
  const cursor = { tx: BigInt(tx), seq: BigInt(seq) }
  return cursor.tx > MOST_TX || cursor.seq > MOST_SEQ ? null : cursor
}

export const textOf = ({ tx, seq }: Cursor): string => `${tx}-${seq}`

export const isAfter = (a: Cursor, b: Cursor): boolean => (a.tx === b.tx ? a.seq > b.seq : a.tx > b.tx)
