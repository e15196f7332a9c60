import { CaseAct, type CaseAttachment, type CaseView, contracts, type PermittedAct, textIn } from '@kaigong/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Modal } from 'antd'
import { useState } from 'react'
import { asking } from '../api/asking.ts'
import { isRefusal } from '../api/refused.ts'
import { ProblemView } from '../shell/ProblemView.tsx'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { ActField } from './ActField.tsx'
import { fieldsOf, firstValues } from './actFields.ts'
import { capital } from './capital.ts'
import { OtherDay, type Otherwise } from './OtherDay.tsx'
import { PaperField } from './PaperField.tsx'
import { caseKey, keepCase } from './queries.ts'

type Props = { readonly view: CaseView; readonly act: PermittedAct; readonly onClose: () => void }

/** A small form that asks exactly what an act needs: its own fields, its papers, and another day where it did not happen today. */
export function ActForm({ view, act, onClose }: Props) {
  const t = useText()
  const pick = usePick()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [values, setValues] = useState(() => firstValues(act.type, view, pick))
  const [papers, setPapers] = useState<Readonly<Partial<Record<CaseAttachment['kind'], CaseAttachment | undefined>>>>(
    {},
  )
  const [otherwise, setOtherwise] = useState<Otherwise>({})
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({})
  const doing = useMutation({
    mutationFn: (body: CaseAct) =>
      asking(
        contracts.cases.act,
        {
          params: { caseId: view.id },
          body: {
            act: body,
            attached: act.attach.flatMap(({ kind }) => papers[kind] ?? []),
            ...otherwise,
          },
        },
        { ifMatch: view.version },
      ),
    onSuccess: (next) => {
      keepCase(client, next)
      message.success(t('cases.done', { act: pick(act.name) }))
      onClose()
    },
    // Refused, perhaps because somebody else acted meanwhile: what is shown is asked for anew.
    onError: () => client.invalidateQueries({ queryKey: caseKey }),
  })
  const send = () => {
    const read = CaseAct.safeParse({ type: act.type, ...tidied(values) })
    if (read.success) {
      setFaults({})
      doing.mutate(read.data)
    } else {
      // The contract says its sentences in both languages; where it has none, nothing was filled in.
      const said = (message: string) => {
        const text = textIn(message)
        return text.zh === text.en ? t('cases.fillIn') : pick(text)
      }
      setFaults(Object.fromEntries(read.error.issues.map((i) => [String(i.path[0]), said(i.message)])))
    }
  }
  return (
    <Modal
      open
      title={capital(pick(act.name))}
      okText={t('cases.do')}
      cancelText={t('cases.cancel')}
      confirmLoading={doing.isPending}
      onOk={send}
      onCancel={onClose}
    >
      <p className="case-soft">
        {t('cases.basis')}: {pick(act.basis.text)}
        {act.yields && <> · {t('cases.yields', { document: pick(act.yields) })}</>}
      </p>
      {fieldsOf(act.type, view).map((field) => (
        <ActField
          key={field.name}
          field={field}
          view={view}
          value={values[field.name]}
          fault={faults[field.name]}
          onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
        />
      ))}
      {act.attach.map((paper) => (
        <PaperField
          key={paper.kind}
          projectId={view.projectId}
          paper={paper}
          mirrored={view.origin.kind === 'mirrored'}
          value={papers[paper.kind]}
          onChange={(value) => setPapers((before) => ({ ...before, [paper.kind]: value }))}
        />
      ))}
      <OtherDay value={otherwise} onChange={setOtherwise} />
      {doing.error &&
        (isRefusal(doing.error, 'request.stale') ? (
          <Alert type="warning" showIcon role="alert" title={t('cases.stale')} description={t('cases.staleTodo')} />
        ) : (
          <ProblemView error={doing.error} />
        ))}
    </Modal>
  )
}

/** Lists without the empty lines that people leave between. */
const tidied = (values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.filter((item) => typeof item !== 'string' || item.trim() !== '') : value,
    ]),
  )
