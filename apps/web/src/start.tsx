import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { watchForActs } from './api/attended.ts'
import { queryClient, whenSignInIsNeeded } from './api/queryClient.ts'
import { router } from './router.tsx'
import { Appearance } from './shell/Appearance.tsx'
import { openTexts } from './text/texts.ts'

/** Draws the application into an element of the page. */
export function start(element: HTMLElement): void {
  openTexts()
  watchForActs(window, () => performance.now())
  // A session that ended while somebody worked: they sign in and come back to where they were.
  whenSignInIsNeeded(() => {
    const { pathname, href } = router.state.location
    if (pathname === '/sign-in') return
    queryClient.removeQueries({ queryKey: ['me'] })
    router.navigate({ to: '/sign-in', search: { returnTo: href } })
  })
  createRoot(element).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <Appearance>
          <RouterProvider router={router} />
        </Appearance>
      </QueryClientProvider>
    </StrictMode>,
  )
}
