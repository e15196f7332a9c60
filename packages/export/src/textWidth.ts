/** Wide in every Chinese font: CJK, full-width signs, emoji. */
const wide =
  /[\u{1100}-\u{115f}\u{2018}-\u{201d}\u{2460}-\u{24ff}\u{25a0}-\u{27bf}\u{2e80}-\u{a4cf}\u{ac00}-\u{d7a3}\u{f900}-\u{faff}\u{fe30}-\u{fe6f}\u{ff00}-\u{ff60}\u{ffe0}-\u{ffe6}\u{1f300}-\u{3ffff}]/u

/** About how wide a text is, in pixels, on the safe side: nothing here can ask a browser. */
export const textWidth = (text: string, fontSize: number): number =>
  [...text].reduce((sum, character) => sum + (wide.test(character) ? 1 : /[A-Z@%&]/.test(character) ? 0.68 : 0.53), 0) *
  fontSize

/** Lines that a text takes in a column of this width; words may break anywhere. */
export const linesOf = (text: string, fontSize: number, width: number): number =>
  Math.max(1, Math.ceil(textWidth(text, fontSize) / (width * 0.94)))
