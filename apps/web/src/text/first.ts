import { messages as people } from '../people/messages.ts'
import { messages as shell } from '../shell/messages.ts'

/** What is said before anybody is signed in, and where a page does not come; all other texts come with the first page. */
export const firstMessages = { ...people, ...shell } as const
