import '../projects.css'
import { canonical, contracts, type ProjectView } from '@kaigong/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useBlocker } from '@tanstack/react-router'
import { Alert, App, Button, Flex, Typography } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import { asking, ProblemError } from '../../api/asking.ts'
import { useMe } from '../../shell/me.ts'
import { ProblemView } from '../../shell/ProblemView.tsx'
import { useText } from '../../text/useText.ts'
import { preview, projectKey, project as projectQuery } from '../queries.ts'
import { DraftRestored } from './DraftRestored.tsx'
import { draftOf, dropDraft } from './drafts.ts'
import { type Conflict, type Editing, merge } from './editing.ts'
import { FaultSummary, faultsOf } from './FaultSummary.tsx'
import { MergeDialog } from './MergeDialog.tsx'
import { PreviewPanel } from './PreviewPanel.tsx'
import { ProjectForm } from './ProjectForm.tsx'
import { useKeptDraft } from './useKeptDraft.ts'
import { useSteady } from './useSteady.ts'

const editingOf = ({ identity, facts, parcels }: ProjectView): Editing => ({ identity, facts, parcels })

type Merging = {
  readonly version: number
  readonly merged: Editing
  readonly conflicts: readonly Conflict[]
  readonly now: ProjectView
}

/** Identity, facts and parcels of a project: drafts keep themselves, the plan changes as one types, two people are told of one another. */
export function ProjectEditor({ project }: { readonly project: ProjectView }) {
  const t = useText()
  const me = useMe()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [base, setBase] = useState(project)
  const [editing, setEditing] = useState<Editing>(() => editingOf(project))
  const [restored, setRestored] = useState<string | null>(null)
  const [merging, setMerging] = useState<Merging | null>(null)
  const latest = useRef(editing)
  latest.current = editing
  const changed = canonical(editing) !== canonical(editingOf(base))

  // Once, when the form opens: what was written over an older version is merged with what others have saved since.
  const opened = useRef(project)
  useEffect(() => {
    const now = opened.current
    draftOf(me.personId, now.id).then((draft) => {
      if (!draft) return
      const { merged, conflicts } = merge(draft.base, draft.editing, editingOf(now), [])
      setEditing(merged)
      setRestored(draft.at)
      if (conflicts.length > 0) setMerging({ merged, conflicts, version: now.version, now })
    })
  }, [me.personId])
  // Nobody is editing: what somebody else saved is shown at once.
  useEffect(() => {
    if (project.version === base.version || changed) return
    setBase(project)
    setEditing(editingOf(project))
  }, [project, base.version, changed])
  const over = changed ? { basedOn: base.version, base: editingOf(base) } : null
  const settled = useKeptDraft(me.personId, project.id, editing, over)
  useBlocker({ shouldBlockFn: () => false, enableBeforeUnload: () => changed })

  // What was written after the press on Save stays, over what was saved.
  const take = (saved: ProjectView, { body }: { readonly body: Editing }) => {
    setBase(saved)
    setEditing((now) => merge(body, now, editingOf(saved), []).merged)
    setRestored(null)
    setMerging(null)
    dropDraft(me.personId, project.id)
    client.setQueryData(projectQuery(project.id).queryKey, saved)
    client.invalidateQueries({ queryKey: projectKey() })
    message.success(t('projects.savedNow'))
  }
  const save = useMutation({
    mutationFn: ({ body, version }: { body: Editing; version: number }) =>
      asking(contracts.projects.change, { params: { projectId: project.id }, body }, { ifMatch: version }),
    onSuccess: take,
    onError: async (error, { version }) => {
      if (!(error instanceof ProblemError) || error.problem.status !== 412) return
      const [now, { changes }] = await Promise.all([
        asking(contracts.projects.read, { params: { projectId: project.id } }),
        asking(contracts.projects.changesSince, { params: { projectId: project.id }, query: { since: version } }),
      ])
      setMerging({ ...merge(editingOf(base), latest.current, editingOf(now), changes), version: now.version, now })
    },
  })
  const saveNow = useSteady(() => {
    if (changed && project.mayWrite && !save.isPending) save.mutate({ body: editing, version: base.version })
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return
      event.preventDefault()
      // Some fields hand over what was typed when one leaves them; leaving and coming back is drawn before it is saved.
      const at = document.activeElement
      if (at instanceof HTMLInputElement) {
        at.blur()
        at.focus()
      }
      setTimeout(saveNow)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [saveNow])

  const tried = useQuery({
    ...preview(project.id, settled.facts, true),
    enabled: Boolean(me.may['plan.compute']) && project.mayWrite,
    placeholderData: (old) => old,
  })
  const faults = useMemo(() => faultsOf(save.error), [save.error])
  return (
    <Flex gap={16} align="start" wrap="wrap-reverse" className="editor">
      <Flex vertical gap={16} style={{ flex: '1 1 560px', minWidth: 0 }}>
        {!project.mayWrite && <Alert type="info" title={t('projects.mayNotWrite')} />}
        {restored !== null && (
          <DraftRestored
            at={restored}
            onDrop={() => {
              setEditing(editingOf(base))
              setRestored(null)
              dropDraft(me.personId, project.id)
            }}
          />
        )}
        {faults.size > 0 && <FaultSummary faults={faults} />}
        {save.error && faults.size === 0 && !merging && <ProblemView error={save.error} />}
        <ProjectForm
          editing={editing}
          company={base.company?.name ?? null}
          disabled={!project.mayWrite}
          faults={faults}
          tried={tried.data}
          onChange={setEditing}
        />
        {project.mayWrite && (
          <Flex gap={12} align="center" className="save-bar">
            <Button type="primary" disabled={!changed} loading={save.isPending} onClick={() => saveNow()}>
              {t('projects.save')}
            </Button>
            <Typography.Text type="secondary">
              {changed ? t('projects.draftKept') : t('projects.saveHint')}
            </Typography.Text>
          </Flex>
        )}
      </Flex>
      {me.may['plan.compute'] && project.mayWrite && (
        <PreviewPanel
          tried={tried.data}
          compared={project.plan.latest !== null}
          waiting={tried.isFetching}
          error={tried.error}
        />
      )}
      {merging && (
        <MergeDialog
          conflicts={merging.conflicts}
          merged={merging.merged}
          saving={save.isPending}
          onCancel={() => setMerging(null)}
          onDone={(body) => {
            setBase(merging.now)
            setEditing(body)
            save.mutate({ body, version: merging.version })
          }}
        />
      )}
    </Flex>
  )
}
