import './projects.css'
import { contracts, newIdentity, type ProjectFacts, type ProjectIdentity } from '@kaigong/contract'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Card, Flex } from 'antd'
import { Suspense, useState } from 'react'
import { asking, ProblemError } from '../api/asking.ts'
import { newKey } from '../api/newKey.ts'
import { PageTitle } from '../shell/PageTitle.tsx'
import { ProblemView } from '../shell/ProblemView.tsx'
import { useText } from '../text/useText.ts'
import { FactsForm } from './FactsForm.tsx'
import { IdentityForm } from './IdentityForm.tsx'

/** Registers a project: a name is enough, the rest can follow. */
export function NewProjectPage() {
  const t = useText()
  const navigate = useNavigate()
  const [identity, setIdentity] = useState<ProjectIdentity>(newIdentity)
  const [facts, setFacts] = useState<ProjectFacts>({ facts: {} })
  const [key] = useState(() => newKey())
  const create = useMutation({
    mutationFn: () =>
      asking(contracts.projects.create, { body: { identity, facts, parcels: [] } }, { idempotencyKey: key }),
    onSuccess: (made) => navigate({ to: '/projects/$projectId/$tab', params: { projectId: made.id, tab: 'facts' } }),
  })
  // From the press on: what is typed while the registered project opens would be lost.
  const saved = create.isPending || create.isSuccess
  const faults = new Map(
    create.error instanceof ProblemError ? (create.error.problem.errors ?? []).map((e) => [e.pointer, e.detail]) : [],
  )
  return (
    <>
      <PageTitle title={t('projects.new')} />
      <Flex vertical gap={16}>
        {create.error && <ProblemView error={create.error} />}
        <Card title={t('projects.identity')}>
          <IdentityForm identity={identity} company={null} disabled={saved} faults={faults} onChange={setIdentity} />
        </Card>
        <Card title={t('projects.facts')}>
          <Suspense>
            <FactsForm facts={facts} questions={[]} disabled={saved} onChange={setFacts} />
          </Suspense>
        </Card>
        <Button
          type="primary"
          style={{ alignSelf: 'start' }}
          disabled={identity.name.trim() === ''}
          loading={saved}
          onClick={() => create.mutate()}
        >
          {t('projects.save')}
        </Button>
      </Flex>
    </>
  )
}
