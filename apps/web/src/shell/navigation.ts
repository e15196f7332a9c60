import type { Action } from '@kaigong/contract'
import type { Key } from '../text/useText.ts'

/** The pages of the side navigation and the right that each needs; without one nobody sees it. */
export const navigation = [
  { to: '/', name: 'shell.nav.workbench', needs: null },
  { to: '/projects', name: 'shell.nav.projects', needs: 'project.read' },
  { to: '/catalogue', name: 'shell.nav.catalogue', needs: 'catalogue.read' },
  { to: '/district', name: 'shell.nav.district', needs: 'district.read' },
  { to: '/people', name: 'shell.nav.people', needs: 'people.read' },
  { to: '/jobs', name: 'shell.nav.jobs', needs: 'jobs.read' },
  { to: '/exchange', name: 'shell.nav.exchange', needs: 'exchange.read' },
  { to: '/mirrors', name: 'shell.nav.mirrors', needs: 'mirror.write' },
  { to: '/audit', name: 'shell.nav.audit', needs: 'audit.read' },
] as const satisfies readonly { readonly to: string; readonly name: Key; readonly needs: Action | null }[]
export type Place = (typeof navigation)[number]['to']

/** Pages about a project that have an address of their own. */
const OF_PROJECTS = ['/land-day', '/certificates']

/** Which of the pages an address belongs to. */
export function placeOf(pathname: string): Place {
  if (OF_PROJECTS.some((begin) => pathname.startsWith(`${begin}/`))) return '/projects'
  const found = navigation.find(({ to }) => to !== '/' && (pathname === to || pathname.startsWith(`${to}/`)))
  return found?.to ?? '/'
}
