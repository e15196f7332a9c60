import { type Action, ProjectFilter } from '@kaigong/contract'
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
import { openProject } from './pages/openProject.ts'
import { ErrorPage } from './shell/ErrorPage.tsx'
import { meQuery } from './shell/me.ts'
import { NotFoundPage } from './shell/NotFoundPage.tsx'
import { PageSkeleton } from './shell/PageSkeleton.tsx'
import { pageCode } from './shell/pageCode.ts'
import { parseSearch, searchOf, stringifySearch } from './shell/searchOf.ts'
import { signedIn } from './shell/signedIn.ts'

const frameCode = pageCode(async () => ({ default: (await import('./shell/Frame.tsx')).Frame }))
const Frame = lazy(frameCode)

/**
 * A page within the frame, for whoever is signed in (with the right, where one is needed). The code of both is fetched while one asks who it is;
 * what goes wrong with it is said where it is drawn.
 */
function framed<P extends Record<string, unknown>>(load: () => Promise<P>, name: keyof P & string, needs?: Action) {
  const code = pageCode(load)
  const check = signedIn(needs)
  return {
    beforeLoad: (entering: Parameters<typeof check>[0]) => {
      for (const part of [frameCode, code]) part().catch(() => undefined)
      return check(entering)
    },
    component: lazyRouteComponent(code, name),
  }
}

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
  ...framed(() => import('./workbench/WorkbenchPage.tsx'), 'WorkbenchPage'),
})

const projects = createRoute({
  getParentRoute,
  path: '/projects',
  validateSearch: (raw: Readonly<Record<string, unknown>>) => ({
    ...searchOf<ProjectFilter>(ProjectFilter)(raw),
    ...texts('pages')(raw),
  }),
  ...framed(() => import('./projects/list/ProjectsPage.tsx'), 'ProjectsPage', 'project.read'),
})

const newProject = createRoute({
  getParentRoute,
  path: '/projects/new',
  ...framed(() => import('./projects/form/NewProjectPage.tsx'), 'NewProjectPage', 'project.write'),
})

const importProjects = createRoute({
  getParentRoute,
  path: '/projects/import',
  ...framed(() => import('./projects/ImportPage.tsx'), 'ImportPage', 'project.bulk'),
})

const projectHome = createRoute({
  getParentRoute,
  path: '/projects/$projectId',
  beforeLoad: ({ params: { projectId } }) => {
    throw redirect({ to: '/projects/$projectId/$tab', params: { projectId, tab: 'plan' }, replace: true })
  },
})

const projectPage = framed(() => import('./pages/ProjectPage.tsx'), 'ProjectPage', 'project.read')
const projectView = texts('plan', 'from', 'page', 'pages', ...chartView)

const project = createRoute({
  getParentRoute,
  path: '/projects/$projectId/$tab',
  validateSearch: projectView,
  ...projectPage,
  // Its answers are asked for even before it is known who asks: whoever may not is refused all the same.
  beforeLoad: async (entering) => {
    const { projectId, tab } = entering.params
    const opening = openProject(projectId, tab, entering.search.plan)
    await projectPage.beforeLoad(entering)
    return { opening }
  },
  loader: ({ context }) => context.opening,
})

const oneCase = createRoute({
  getParentRoute,
  path: '/cases/$caseId',
  ...framed(() => import('./cases/CasePage.tsx'), 'CasePage', 'case.read'),
})

const oneJoint = createRoute({
  getParentRoute,
  path: '/joint/$jointId',
  ...framed(() => import('./joint/JointPage.tsx'), 'JointPage', 'joint.read'),
})

const landDay = createRoute({
  getParentRoute,
  path: '/land-day/$projectId',
  ...framed(() => import('./land/LandDayPage.tsx'), 'LandDayPage', 'land.read'),
})

const certificate = createRoute({
  getParentRoute,
  path: '/certificates/$certificateId',
  ...framed(() => import('./certificates/CertificatePage.tsx'), 'CertificatePage', 'certificate.read'),
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
  validateSearch: texts('q', 'edition'),
  ...framed(() => import('./catalogue/CataloguePage.tsx'), 'CataloguePage', 'catalogue.read'),
})

const matter = createRoute({
  getParentRoute,
  path: '/catalogue/$matterId',
  validateSearch: texts('edition'),
  ...framed(() => import('./catalogue/MatterPage.tsx'), 'MatterPage', 'catalogue.read'),
})

const editions = createRoute({
  getParentRoute,
  path: '/catalogue/editions',
  validateSearch: texts('edition', 'from', 'page'),
  ...framed(() => import('./catalogue/EditionsPage.tsx'), 'EditionsPage', 'catalogue.read'),
})

const district = createRoute({
  getParentRoute,
  path: '/district',
  validateSearch: texts('file'),
  ...framed(() => import('./district/DistrictPage.tsx'), 'DistrictPage', 'district.read'),
})

const people = createRoute({
  getParentRoute,
  path: '/people',
  validateSearch: texts('agency', 'role', 'page'),
  ...framed(() => import('./people/PeoplePage.tsx'), 'PeoplePage', 'people.read'),
})

const notices = createRoute({
  getParentRoute,
  path: '/notices',
  validateSearch: texts('unread', 'pages'),
  ...framed(() => import('./notices/NoticesPage.tsx'), 'NoticesPage'),
})

const account = createRoute({
  getParentRoute,
  path: '/account',
  ...framed(() => import('./people/AccountPage.tsx'), 'AccountPage'),
})

const jobs = createRoute({
  getParentRoute,
  path: '/jobs',
  validateSearch: texts('state', 'page'),
  ...framed(() => import('./jobs/JobsPage.tsx'), 'JobsPage', 'jobs.read'),
})

const exchange = createRoute({
  getParentRoute,
  path: '/exchange',
  ...framed(() => import('./exchange/ExchangePage.tsx'), 'ExchangePage', 'exchange.read'),
})

const mirrors = createRoute({
  getParentRoute,
  path: '/mirrors',
  ...framed(() => import('./mirrors/MirrorsPage.tsx'), 'MirrorsPage', 'mirror.write'),
})

const audit = createRoute({
  getParentRoute,
  path: '/audit',
  validateSearch: texts('stream', 'type', 'from', 'until', 'pages'),
  ...framed(() => import('./audit/AuditPage.tsx'), 'AuditPage', 'audit.read'),
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
    oneJoint,
    landDay,
    certificate,
    verify,
    catalogue,
    editions,
    matter,
    district,
    people,
    notices,
    account,
    jobs,
    exchange,
    mirrors,
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
