import type { contracts, OutOf } from '@kaigong/contract'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Card } from 'antd'
import { useText } from '../text/useText.ts'
import type { Editing } from './editing.ts'
import { FactsForm } from './FactsForm.tsx'
import { IdentityForm } from './IdentityForm.tsx'
import { takenIds } from './landParcels.ts'
import { Parcels } from './Parcels.tsx'
import { Phases } from './Phases.tsx'
import { factDefinitions } from './queries.ts'
import { Readiness } from './Readiness.tsx'
import { UnitWorks } from './UnitWorks.tsx'

type Props = {
  readonly editing: Editing
  /** Name of the company that the identity points at. */
  readonly company: string | null
  readonly disabled: boolean
  readonly faults: ReadonlyMap<string, string>
  /** What the plan would be with these facts, where that was tried. */
  readonly tried: OutOf<typeof contracts.plans.preview> | undefined
  readonly onChange: (editing: Editing) => void
}

/** Everything that is written of a project: what it is called, its facts, where and in which phases it is built, when its materials are there. */
export function ProjectForm({ editing, company, disabled, faults, tried, onChange }: Props) {
  const t = useText()
  const { data: asked } = useSuspenseQuery(factDefinitions)
  const { facts } = editing
  const setFacts = (next: Editing['facts']) => onChange({ ...editing, facts: next })
  const taken = takenIds(editing)
  // Asked for only where the catalogue has matters that occur once a unit of works, or where some are stated.
  const withUnits = facts.unitWorks !== undefined || asked.matters.some((m) => m.per === 'unitWorks')
  return (
    <>
      <Card title={t('projects.identity')}>
        <IdentityForm
          identity={editing.identity}
          company={company}
          disabled={disabled}
          faults={faults}
          onChange={(identity) => onChange({ ...editing, identity })}
        />
      </Card>
      <Card title={t('projects.facts')}>
        <FactsForm facts={facts} questions={tried?.questions ?? []} disabled={disabled} onChange={setFacts} />
      </Card>
      <Card title={t('projects.parcels')}>
        <Parcels editing={editing} disabled={disabled} onChange={onChange} />
      </Card>
      <Card title={t('projects.phases')}>
        <Phases facts={facts} taken={taken} disabled={disabled} onChange={setFacts} />
      </Card>
      {withUnits && (
        <Card title={t('projects.unitWorks')}>
          <UnitWorks facts={facts} taken={taken} disabled={disabled} onChange={setFacts} />
        </Card>
      )}
      <Card title={t('projects.ready')}>
        <Readiness facts={facts} plan={tried?.plan} disabled={disabled} onChange={setFacts} />
      </Card>
    </>
  )
}
