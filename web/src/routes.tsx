import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { queryText } from './api/ask.ts'
import { readLineUrl } from './conversion/line-url.ts'
import { readProgressUrl } from './dashboard/progress-url.ts'
import { readFileUrl } from './employer-file/file-url.ts'
import { readInboxUrl } from './inbox/inbox-url.ts'
import { readQueuesUrl } from './operations/operations-url.ts'
import { readPaperUrl } from './paper-files/paper-url.ts'
import { readPeopleUrl } from './people/people-url.ts'
import { readCheckUrl } from './quality-check/check-url.ts'
import { SearchScreen } from './search/search-screen.tsx'
import { readSearchUrl } from './search/search-url.ts'
import { NotFound } from './shell/not-found.tsx'
import { Shell } from './shell/shell.tsx'
import { readViewerUrl } from './viewer/viewer-url.ts'
import { learnOperationsWords } from './words/words.ts'

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound })

const search = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: readSearchUrl,
  component: SearchScreen,
})

const employerFile = createRoute({
  getParentRoute: () => root,
  path: '/files/$accountNo',
  validateSearch: readFileUrl,
  component: lazyRouteComponent(
    () => import('./employer-file/employer-file-screen.tsx'),
    'EmployerFileScreen',
  ),
})

const viewer = createRoute({
  getParentRoute: () => root,
  path: '/documents/$documentId',
  validateSearch: readViewerUrl,
  component: lazyRouteComponent(() => import('./viewer/viewer-screen.tsx'), 'ViewerScreen'),
})

const intake = createRoute({
  getParentRoute: () => root,
  path: '/intake',
  component: lazyRouteComponent(() => import('./intake/intake-screen.tsx'), 'IntakeScreen'),
})

const inbox = createRoute({
  getParentRoute: () => root,
  path: '/inbox',
  validateSearch: readInboxUrl,
  component: lazyRouteComponent(() => import('./inbox/inbox-screen.tsx'), 'InboxScreen'),
})

const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  validateSearch: readPeopleUrl,
  component: lazyRouteComponent(() => import('./people/people-screen.tsx'), 'PeopleScreen'),
})

const gallery = createRoute({
  getParentRoute: () => root,
  path: '/gallery',
  component: lazyRouteComponent(() => import('./gallery/gallery-screen.tsx'), 'GalleryScreen'),
})

const progress = createRoute({
  getParentRoute: () => root,
  path: '/progress',
  validateSearch: readProgressUrl,
  component: lazyRouteComponent(
    () => import('./dashboard/dashboard-screen.tsx'),
    'DashboardScreen',
  ),
})

const paperFiles = createRoute({
  getParentRoute: () => root,
  path: '/paper-files',
  validateSearch: readPaperUrl,
  component: lazyRouteComponent(
    () => import('./paper-files/paper-files-screen.tsx'),
    'PaperFilesScreen',
  ),
})

const line = createRoute({
  getParentRoute: () => root,
  path: '/line',
  validateSearch: readLineUrl,
  component: lazyRouteComponent(() => import('./conversion/line-screen.tsx'), 'LineScreen'),
})

const station = createRoute({
  getParentRoute: () => root,
  path: '/line/$batchId',
  component: lazyRouteComponent(() => import('./conversion/station-screen.tsx'), 'StationScreen'),
})

const checks = createRoute({
  getParentRoute: () => root,
  path: '/checks',
  component: lazyRouteComponent(() => import('./quality-check/checks-screen.tsx'), 'ChecksScreen'),
})

const check = createRoute({
  getParentRoute: () => root,
  path: '/checks/$batchId',
  validateSearch: readCheckUrl,
  component: lazyRouteComponent(() => import('./quality-check/check-screen.tsx'), 'CheckScreen'),
})

const certify = createRoute({
  getParentRoute: () => root,
  path: '/certify',
  component: lazyRouteComponent(
    () => import('./certification/certify-screen.tsx'),
    'CertifyScreen',
  ),
})

const adminHome = createRoute({
  getParentRoute: () => root,
  path: '/admin',
  beforeLoad: () => {
    throw redirect({ to: '/admin/queues', replace: true })
  },
})

/** The frame of the screens for administrators; it has no address of its own. */
const admin = createRoute({
  getParentRoute: () => root,
  id: 'operations',
  component: lazyRouteComponent(async () => {
    await learnOperationsWords()
    return await import('./operations/admin-screen.tsx')
  }, 'AdminScreen'),
})

const queues = createRoute({
  getParentRoute: () => admin,
  path: '/admin/queues',
  validateSearch: readQueuesUrl,
  component: lazyRouteComponent(() => import('./operations/queues-screen.tsx'), 'QueuesScreen'),
})

/** Every view of the staff app is an address. */
export function createAppRouter() {
  return createRouter({
    routeTree: root.addChildren([
      search,
      employerFile,
      viewer,
      intake,
      inbox,
      people,
      gallery,
      paperFiles,
      progress,
      line,
      station,
      certify,
      checks,
      check,
      adminHome,
      admin.addChildren([queues]),
    ]),
    scrollRestoration: true,
    // Plain text, so that numbers such as 0105560… keep their zeros.
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: queryText,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
