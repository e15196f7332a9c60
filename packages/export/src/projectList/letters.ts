/** `A`, `Z`, `AA`: how spreadsheets name the columns from 0. */
export const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : `${letters(Math.floor(column / 26) - 1)}${letters(column % 26)}`
