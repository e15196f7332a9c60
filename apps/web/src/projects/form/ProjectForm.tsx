import type { contracts, OutOf } from '@kaigong/contract'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Card } from 'antd'
import { memo, useMemo } from 'react'
import { useText } from '../../text/useText.ts'
import { factDefinitions } from '../queries.ts'
import type { Editing } from './editing.ts'
import { FactsForm } from './FactsForm.tsx'
import { IdentityForm } from './IdentityForm.tsx'
import { type Land, takenIds } from './landParcels.ts'
import { Parcels } from './Parcels.tsx'
import { Phases } from './Phases.tsx'
import { Readiness } from './Readiness.tsx'
import { UnitWorks } from './UnitWorks.tsx'
import { useSteady } from './useSteady.ts'

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

// A letter in one section draws that section only: all of them are some hundred fields.
const [Identity, Facts, LandParcels, Parts, Buildings, Ready] = [
  memo(IdentityForm),
  memo(FactsForm),
  memo(Parcels),
  memo(Phases),
  memo(UnitWorks),
  memo(Readiness),
]
const NO_QUESTIONS: OutOf<typeof contracts.plans.preview>['questions'] = []

/** Everything that is written of a project: what it is called, its facts, where and in which phases it is built, when its materials are there. */
export function ProjectForm({ editing, company, disabled, faults, tried, onChange }: Props) {
  const t = useText()
  const { data: asked } = useSuspenseQuery(factDefinitions)
  const { identity, facts, parcels } = editing
  const setIdentity = useSteady((next: Editing['identity']) => onChange({ ...editing, identity: next }))
  const setFacts = useSteady((next: Editing['facts']) => onChange({ ...editing, facts: next }))
  const setLand = useSteady((next: Land) => onChange({ ...editing, ...next }))
  const land = useMemo(() => ({ parcels, facts }), [parcels, facts])
  const taken = useMemo(() => takenIds(land), [land])
  // Asked for only where the catalogue has matters that occur once a unit of works, or where some are stated.
  const withUnits = facts.unitWorks !== undefined || asked.matters.some((m) => m.per === 'unitWorks')
  return (
    <>
      <Card title={t('projects.identity')}>
        <Identity identity={identity} company={company} disabled={disabled} faults={faults} onChange={setIdentity} />
      </Card>
      <Card title={t('projects.facts')}>
        <Facts
          facts={facts}
          questions={tried?.questions ?? NO_QUESTIONS}
          disabled={disabled}
          faults={faults}
          onChange={setFacts}
        />
      </Card>
      <Card title={t('projects.parcels')}>
        <LandParcels land={land} disabled={disabled} onChange={setLand} />
      </Card>
      <Card title={t('projects.phases')}>
        <Parts facts={facts} taken={taken} disabled={disabled} onChange={setFacts} />
      </Card>
      {withUnits && (
        <Card title={t('projects.unitWorks')}>
          <Buildings facts={facts} taken={taken} disabled={disabled} onChange={setFacts} />
        </Card>
      )}
      <Card title={t('projects.ready')}>
        <Ready facts={facts} plan={tried?.plan} disabled={disabled} onChange={setFacts} />
      </Card>
    </>
  )
}
