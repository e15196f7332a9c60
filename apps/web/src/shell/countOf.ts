/** More pages than this nobody reads at once, whatever an address says. */
const MOST = 50

/** A count that stands in an address; 1 where none does or it makes no sense. */
export const countOf = (text: string | undefined): number =>
  text !== undefined && /^[1-9]\d{0,5}$/.test(text) ? Math.min(MOST, Number(text)) : 1
