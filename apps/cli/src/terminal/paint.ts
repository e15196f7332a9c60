/** How a piece of text stands out on a screen; on anything else it does not. */
export type Look = 'strong' | 'quiet' | 'good' | 'bad' | 'head'
export type Paint = (look: Look, text: string) => string

/** For files, pipes and whoever wants no colours. */
export const plain: Paint = (_, text) => text
