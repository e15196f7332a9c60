import '../projects.css'
import { contracts, newIdentity } from '@kaigong/contract'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Flex } from 'antd'
import { Suspense, useEffect, useMemo, useState } from 'react'
import { asking } from '../../api/asking.ts'
import { newKey } from '../../api/newKey.ts'
import { useMe } from '../../shell/me.ts'
import { PageTitle } from '../../shell/PageTitle.tsx'
import { ProblemView } from '../../shell/ProblemView.tsx'
import { useText } from '../../text/useText.ts'
import { DraftRestored } from './DraftRestored.tsx'
import { draftOf, dropDraft } from './drafts.ts'
import type { Editing } from './editing.ts'
import { FaultSummary, faultsOf } from './FaultSummary.tsx'
import { ProjectForm } from './ProjectForm.tsx'
import { useKeptDraft } from './useKeptDraft.ts'

const blank: Editing = { identity: newIdentity, facts: { facts: {} }, parcels: [] }
/** What a draft stands under while its project has no id. */
const NEW = 'new'

/** Registers a project: a name is enough, the rest can follow. What is written keeps itself until it is registered. */
export function NewProjectPage() {
  const t = useText()
  const me = useMe()
  const navigate = useNavigate()
  const [editing, setEditing] = useState(blank)
  const [restored, setRestored] = useState<string | null>(null)
  const [key] = useState(() => newKey())
  const create = useMutation({
    mutationFn: () => asking(contracts.projects.create, { body: editing }, { idempotencyKey: key }),
    onSuccess: async (made) => {
      await dropDraft(me.personId, NEW)
      navigate({ to: '/projects/$projectId/$tab', params: { projectId: made.id, tab: 'facts' } })
    },
  })
  // From the press on: what is typed while the registered project opens would be lost.
  const saved = create.isPending || create.isSuccess
  useEffect(() => {
    draftOf(me.personId, NEW).then((draft) => {
      if (!draft) return
      setEditing(draft.editing)
      setRestored(draft.at)
    })
  }, [me.personId])
  useKeptDraft(me.personId, NEW, editing, editing === blank || saved ? null : { basedOn: 0, base: blank })
  const faults = useMemo(() => faultsOf(create.error), [create.error])
  return (
    <>
      <PageTitle title={t('projects.new')} />
      <Flex vertical gap={16} className="editor">
        {restored !== null && (
          <DraftRestored
            at={restored}
            onDrop={() => {
              setEditing(blank)
              setRestored(null)
              dropDraft(me.personId, NEW)
            }}
          />
        )}
        {faults.size > 0 && <FaultSummary faults={faults} />}
        {create.error && faults.size === 0 && <ProblemView error={create.error} />}
        <Suspense>
          <ProjectForm
            editing={editing}
            company={null}
            disabled={saved}
            faults={faults}
            tried={undefined}
            onChange={setEditing}
          />
        </Suspense>
        <Flex gap={12} align="center" className="save-bar">
          <Button
            type="primary"
            disabled={editing.identity.name.trim() === ''}
            loading={saved}
            onClick={() => create.mutate()}
          >
            {t('projects.save')}
          </Button>
        </Flex>
      </Flex>
    </>
  )
}
