import { queryClient } from '../api/queryClient.ts'
import { onePlan, planList } from '../plans/queries.ts'
import { versionNamed } from '../plans/standing.ts'
import { project } from '../projects/queries.ts'

/**
 * Asks for what the first look at a project needs, all at once and beside the page's code, so that the page is drawn once and whole instead of
 * a piece an answer. Never fails: a part whose answer did not come asks again when it is drawn, and says what went wrong.
 */
export async function openProject(projectId: string, tab: string, plan: string | undefined): Promise<void> {
  const planned = async () => {
    const no = versionNamed(plan, await queryClient.ensureQueryData(planList(projectId)))
    if (no !== undefined) await queryClient.ensureQueryData(onePlan(projectId, no))
  }
  await Promise.allSettled([
    queryClient.ensureQueryData(project(projectId)),
    ...(tab === 'plan' || tab === 'table' ? [planned()] : []),
  ])
}
