import type { Action } from '@kaigong/contract'
import { redirect } from '@tanstack/react-router'
import { queryClient } from '../api/queryClient.ts'
import { isRefusal } from '../api/refused.ts'
import { meQuery } from './me.ts'
import { NotAllowed } from './notAllowed.ts'

type Entering = { readonly location: { readonly href: string } }

/** Lets a signed-in person in (with the right, where one is needed); anybody else goes to the sign-in page and comes back from there. */
export const signedIn =
  (needs?: Action) =>
  async ({ location }: Entering): Promise<void> => {
    const me = await queryClient.ensureQueryData(meQuery).catch((error: unknown) => {
      if (isRefusal(error, 'signIn.needed')) throw redirect({ to: '/sign-in', search: { returnTo: location.href } })
      throw error
    })
    if (needs !== undefined && me.may[needs] === undefined) throw new NotAllowed(needs)
  }
