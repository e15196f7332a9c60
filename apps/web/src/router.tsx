import { ProjectFilter } from '@kaigong/contract'
import { useQuery } from '@tanstack/react-query'
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
  useMatches,
} from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { ErrorPage } from './shell/ErrorPage.tsx'
import { meQuery } from './shell/me.ts'
import { NotFoundPage } from './shell/NotFoundPage.tsx'
import { PageSkeleton } from './shell/PageSkeleton.tsx'
import { pageCode } from './shell/pageCode.ts'
import { parseSearch, searchOf, stringifySearch } from './shell/searchOf.ts'
import { signedIn } from './shell/signedIn.ts'

const Frame = lazy(pageCode(async () => ({ default: (await import('./shell/Frame.tsx')).Frame })))

/** The way in speaks with the first texts alone. */
const noMore = async () => undefined

/** A page that stands alone, without the frame of a signed-in person. */
const ALONE = { alone: true } as const

function Root() {
  const alone = useMatches({ select: (matches) => matches.some((m) => m.staticData.alone === true) })
  // Until it is known who is there, there is nothing to put around the page.
  const { data: me } = useQuery({ ...meQuery, enabled: false })
  return (
    <Suspense fallback={<PageSkeleton />}>
      {alone ? (
        <Outlet />
      ) : me !== undefined ? (
        <Frame />
      ) : (
        <main className="alone">
          <Outlet />
        </main>
      )}
    </Suspense>
  )
}

const root = createRootRoute({ component: Root, notFoundComponent: NotFoundPage })
const getParentRoute = () => root
const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value.slice(0, 500) : undefined

/** Search fields that a page takes as they are; it judges itself what they mean. */
const texts =
  <const N extends string>(...names: readonly N[]) =>
  (raw: Readonly<Record<string, unknown>>): Partial<Record<N, string>> =>
    Object.fromEntries(
      names.flatMap((name) => (text(raw[name]) === undefined ? [] : [[name, text(raw[name])]])),
    ) as Partial<Record<N, string>>

/** How a plan is looked at: its chart's grouping, steps and zoom, whose reasons are open, what the lists are narrowed to. */
const chartView = ['group', 'steps', 'zoom', 'why', 'q', 'materials'] as const

const signIn = createRoute({
  getParentRoute,
  path: '/sign-in',
  staticData: ALONE,
  validateSearch: texts('returnTo', 'problem'),
  component: lazyRouteComponent(
    pageCode(() => import('./people/SignInPage.tsx'), noMore),
    'SignInPage',
  ),
})

const shared = createRoute({
  getParentRoute,
  path: '/shared/$token',
  staticData: ALONE,
  validateSearch: texts('tab', ...chartView),
  component: lazyRouteComponent(
    pageCode(() => import('./plans/SharedPlanPage.tsx')),
    'SharedPlanPage',
  ),
})

const workbench = createRoute({
  getParentRoute,
  path: '/',
  beforeLoad: signedIn(),
  component: lazyRouteComponent(
    pageCode(() => import('./workbench/WorkbenchPage.tsx')),
    'WorkbenchPage',
  ),
})

const projects = createRoute({
  getParentRoute,
  path: '/projects',
  beforeLoad: signedIn('project.read'),
  validateSearch: (raw: Readonly<Record<string, unknown>>) => ({
    ...searchOf<ProjectFilter>(ProjectFilter)(raw),
    ...texts('pages')(raw),
  }),
  component: lazyRouteComponent(
    pageCode(() => import('./projects/list/ProjectsPage.tsx')),
    'ProjectsPage',
  ),
})

const newProject = createRoute({
  getParentRoute,
  path: '/projects/new',
  beforeLoad: signedIn('project.write'),
  component: lazyRouteComponent(
    pageCode(() => import('./projects/form/NewProjectPage.tsx')),
    'NewProjectPage',
  ),
})

const importProjects = createRoute({
  getParentRoute,
  path: '/projects/import',
  beforeLoad: signedIn('project.bulk'),
  component: lazyRouteComponent(
    pageCode(() => import('./projects/ImportPage.tsx')),
    'ImportPage',
  ),
})

const projectHome = createRoute({
  getParentRoute,
  path: '/projects/$projectId',
  beforeLoad: ({ params: { projectId } }) => {
    throw redirect({ to: '/projects/$projectId/$tab', params: { projectId, tab: 'plan' }, replace: true })
  },
})

const project = createRoute({
  getParentRoute,
  path: '/projects/$projectId/$tab',
  beforeLoad: signedIn('project.read'),
  validateSearch: texts('plan', 'from', 'page', 'pages', ...chartView),
  component: lazyRouteComponent(
    pageCode(() => import('./pages/ProjectPage.tsx')),
    'ProjectPage',
  ),
})

const oneCase = createRoute({
  getParentRoute,
  path: '/cases/$caseId',
  beforeLoad: signedIn('case.read'),
  component: lazyRouteComponent(
    pageCode(() => import('./cases/CasePage.tsx')),
    'CasePage',
  ),
})

const landDay = createRoute({
  getParentRoute,
  path: '/land-day/$projectId',
  beforeLoad: signedIn('land.read'),
  component: lazyRouteComponent(
    pageCode(() => import('./land/LandDayPage.tsx')),
    'LandDayPage',
  ),
})

const certificate = createRoute({
  getParentRoute,
  path: '/certificates/$certificateId',
  beforeLoad: signedIn('certificate.read'),
  component: lazyRouteComponent(
    pageCode(() => import('./certificates/CertificatePage.tsx')),
    'CertificatePage',
  ),
})

const verify = createRoute({
  getParentRoute,
  path: '/verify/$district/$certificateId',
  staticData: ALONE,
  component: lazyRouteComponent(
    pageCode(() => import('./certificates/VerifyPage.tsx')),
    'VerifyPage',
  ),
})

const catalogue = createRoute({
  getParentRoute,
  path: '/catalogue',
  beforeLoad: signedIn('catalogue.read'),
  validateSearch: texts('q', 'edition'),
  component: lazyRouteComponent(
    pageCode(() => import('./catalogue/CataloguePage.tsx')),
    'CataloguePage',
  ),
})

const matter = createRoute({
  getParentRoute,
  path: '/catalogue/$matterId',
  beforeLoad: signedIn('catalogue.read'),
  validateSearch: texts('edition'),
  component: lazyRouteComponent(
    pageCode(() => import('./catalogue/MatterPage.tsx')),
    'MatterPage',
  ),
})

const editions = createRoute({
  getParentRoute,
  path: '/catalogue/editions',
  beforeLoad: signedIn('catalogue.read'),
  validateSearch: texts('edition', 'from', 'page'),
  component: lazyRouteComponent(
    pageCode(() => import('./catalogue/EditionsPage.tsx')),
    'EditionsPage',
  ),
})

const district = createRoute({
  getParentRoute,
  path: '/district',
  beforeLoad: signedIn('district.read'),
  validateSearch: texts('file'),
  component: lazyRouteComponent(
    pageCode(() => import('./district/DistrictPage.tsx')),
    'DistrictPage',
  ),
})

const people = createRoute({
  getParentRoute,
  path: '/people',
  beforeLoad: signedIn('people.read'),
  validateSearch: texts('agency', 'role', 'page'),
  component: lazyRouteComponent(
    pageCode(() => import('./people/PeoplePage.tsx')),
    'PeoplePage',
  ),
})

const account = createRoute({
  getParentRoute,
  path: '/account',
  beforeLoad: signedIn(),
  component: lazyRouteComponent(
    pageCode(() => import('./people/AccountPage.tsx')),
    'AccountPage',
  ),
})

const jobs = createRoute({
  getParentRoute,
  path: '/jobs',
  beforeLoad: signedIn('jobs.read'),
  validateSearch: texts('state', 'page'),
  component: lazyRouteComponent(
    pageCode(() => import('./jobs/JobsPage.tsx')),
    'JobsPage',
  ),
})

const audit = createRoute({
  getParentRoute,
  path: '/audit',
  beforeLoad: signedIn('audit.read'),
  validateSearch: texts('stream', 'type', 'from', 'until', 'pages'),
  component: lazyRouteComponent(
    pageCode(() => import('./audit/AuditPage.tsx')),
    'AuditPage',
  ),
})

/** Whatever else somebody types: said within the frame to whoever is signed in; to anybody else, the way in. */
const nowhere = createRoute({
  getParentRoute,
  path: '$',
  beforeLoad: signedIn(),
  component: NotFoundPage,
})

/** Every page has an address that can be shared; what an address says, the page shows. */
export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    shared,
    workbench,
    projects,
    newProject,
    importProjects,
    projectHome,
    project,
    oneCase,
    landDay,
    certificate,
    verify,
    catalogue,
    editions,
    matter,
    district,
    people,
    account,
    jobs,
    audit,
    nowhere,
  ]),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  // The query cache decides what is fresh.
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 300,
  defaultPendingComponent: PageSkeleton,
  defaultErrorComponent: ErrorPage,
  defaultNotFoundComponent: NotFoundPage,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
  interface StaticDataRouteOption {
    readonly alone?: boolean
  }
}
