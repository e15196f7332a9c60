import { contracts } from '@kaigong/contract'
import { asking } from '../api/asking.ts'

/** Ends this session, or all of the person's, and leaves nothing of theirs in the browser. */
export async function signOut(everywhere: boolean): Promise<void> {
  await asking(contracts.people.signOut, { body: { everywhere } })
  const { clearDrafts } = await import('../projects/form/drafts.ts')
  await clearDrafts()
  // Loads the page anew, so that nothing stays in memory either.
  location.assign('/sign-in')
}
