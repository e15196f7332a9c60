import type { Text } from '@kaigong/contract'
import type { SheetHead } from '../sheets/head.ts'

/** A piece of a notice's body. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: Text }
  | { readonly kind: 'list'; readonly items: readonly Text[] }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [Text, Text])[] }

/** What a notice says, in both languages; the Chinese is what holds. */
export type Notice = {
  readonly title: Text
  /** Who writes it: the agency, or in a letter of promise the applicant. */
  readonly from: Text
  /** The agency's name stands above the title where it writes. */
  readonly isLetter: boolean
  readonly number: Text
  readonly addressee: Text
  readonly blocks: readonly Block[]
  /** The day of the document, ISO; null on a form that somebody has yet to date and sign. */
  readonly dated: string | null
  /** Lines on which its receipt is confirmed. */
  readonly acknowledged: readonly Text[]
  readonly watermark: Text | null
  readonly notes: readonly Text[]
}

/** A notice in one language, as its template takes it. */
export type NoticeSheet = SheetHead & {
  readonly heading: readonly string[]
  readonly number: string
  readonly addressee: string
  readonly blocks: readonly (
    | { readonly kind: 'paragraph'; readonly text: string }
    | { readonly kind: 'list'; readonly items: readonly string[] }
    | { readonly kind: 'facts'; readonly rows: readonly (readonly [string, string])[] }
  )[]
  readonly signed: readonly string[]
  readonly acknowledged: readonly string[]
}
