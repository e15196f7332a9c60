import { type BodyOf, contracts } from '@kaigong/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { App } from 'antd'
import { asking } from '../../api/asking.ts'
import { useText } from '../../text/useText.ts'
import { onePlan, planKey } from '../queries.ts'

type Question = BodyOf<typeof contracts.plans.compute>

/** Computes a version, keeps it, and shows it in the tab that is open. */
export function useComputing(projectId: string) {
  const t = useText()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const { tab } = useParams({ from: '/projects/$projectId/$tab' })
  return useMutation({
    mutationFn: (body: Question) => asking(contracts.plans.compute, { params: { projectId }, body }),
    onSuccess: async (view) => {
      client.setQueryData(onePlan(projectId, view.no).queryKey, view)
      await client.invalidateQueries({ queryKey: planKey(projectId) })
      client.invalidateQueries({ queryKey: ['project'] })
      client.invalidateQueries({ queryKey: ['workbench'] })
      message.success(t('plans.versions.computed', { no: view.no }))
      navigate({ to: '/projects/$projectId/$tab', params: { projectId, tab }, search: { plan: String(view.no) } })
    },
  })
}
