import { materialList, type PlanDocument } from '@kaigong/contract'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Materials } from '../plans/Materials.tsx'
import { PlanOf } from '../plans/PlanOf.tsx'
import { useShownPlan } from '../plans/useShownPlan.ts'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { FileList } from './FileList.tsx'
import { materials } from './queries.ts'
import { There } from './There.tsx'
import './files.css'

/** What the plan of a project asks for and what of it is there, then all files of the project. */
export function ProjectMaterials({ projectId }: { readonly projectId: string }) {
  const t = useText()
  const pick = usePick()
  const shown = useShownPlan(projectId)
  const { items, mayWrite } = useSuspenseQuery(materials(projectId)).data
  const names = new Map(
    (shown.state === 'shown' ? materialList(shown.view.plan) : []).map(({ id, name }) => [id, pick(name)]),
  )
  const count = (plan: PlanDocument) => {
    const bring = materialList(plan).filter(({ shared }) => !shared)
    const there = bring.filter(({ id }) => items.some(({ uses }) => uses.includes(id)))
    return t('files.count', {
      all: bring.length,
      there: there.length,
      essential: bring.filter(({ essential }) => essential).length,
      essentialThere: there.filter(({ essential }) => essential).length,
    })
  }
  return (
    <>
      <PlanOf projectId={projectId}>
        {({ plan }) => (
          <>
            <p role="status">{count(plan)}</p>
            <Materials
              plan={plan}
              there={(wanted) => <There projectId={projectId} wanted={wanted} materials={items} mayWrite={mayWrite} />}
            />
          </>
        )}
      </PlanOf>
      <FileList projectId={projectId} materials={items} mayWrite={mayWrite} nameOf={(use) => names.get(use)} />
    </>
  )
}
