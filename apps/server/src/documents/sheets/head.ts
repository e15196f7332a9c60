/** What every sheet says of itself. */
export type SheetHead = {
  readonly lang: 'zh' | 'en'
  readonly title: string
  /** The day of the document, ISO: it stands in the file, so that the same document has the same bytes. */
  readonly dated: string
  /** What is written across every page of a sheet that must not be taken for a real one; '' on a real one. */
  readonly watermark: string
  /** What the reader must know about the sheet itself, in small print at its foot. */
  readonly notes: readonly string[]
}
