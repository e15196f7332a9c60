import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { isRefusal, ProblemError } from './refused.ts'

/** Where the signed-in person stands in the cache. */
export const meKey = ['me'] as const

const listeners = new Set<() => void>()

/** Calls back when the server says that nobody is signed in (any more). */
export function whenSignInIsNeeded(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const told = (error: unknown): void => {
  if (isRefusal(error, 'signIn.needed')) for (const listener of listeners) listener()
}

/** A refusal stays a refusal however often one asks; a broken line or a busy server may recover. */
const worthAnotherTry = (failures: number, error: unknown): boolean =>
  failures < 2 && (!(error instanceof ProblemError) || error.problem.status === 503)

/** What comes from the server is kept here. The stream of changes makes it stale, so it need not be asked for at every glance. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: told }),
  mutationCache: new MutationCache({ onError: told }),
  defaultOptions: {
    queries: { retry: worthAnotherTry, staleTime: 30_000, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
})
