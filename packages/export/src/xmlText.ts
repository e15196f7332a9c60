/**
 * A text as XML can carry it: line ends as XML reads them, without control characters and halves of pairs, which XML 1.0
 * knows no way to write.
 */
export const xmlText = (written: string): string =>
  written
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/(?![\t\n])\p{Cc}|[\uFFFE\uFFFF]/gu, '')
