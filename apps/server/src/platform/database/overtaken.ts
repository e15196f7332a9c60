/**
 * Whether an error of the database means that somebody else was quicker by a moment: two who do at once what can be done once meet at a key,
 * and only one of them gets through. A command that finds the key taken when it looks says so itself, in its own words.
 */
export const isOvertaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '23505'
