/** A name or a sentence that begins a line: with a capital in English, as it is in Chinese. */
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
