import type { Deps } from '../platform/deps.ts'
import type { Route } from '../platform/http/route.ts'
import { computeRoutes } from './computeRoutes.ts'
import { decideRoutes } from './decideRoutes.ts'
import { readRoutes } from './readRoutes.ts'
import { shareRoutes } from './shareRoutes.ts'

/** Plans of a project: tried, computed, sent round, adopted, compared, handed out. */
export const planRoutes = (deps: Deps): readonly Route[] => [
  ...readRoutes(deps),
  ...computeRoutes(deps),
  ...decideRoutes(deps),
  ...shareRoutes(deps),
]
