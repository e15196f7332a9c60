/** Height of a line and of the head in pixels; gantt.css says the same. */
export const ROW = 32
export const HEAD = 84
