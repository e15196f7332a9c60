import { type AgencyId, contracts, type PersonId, type ProjectView } from '@kaigong/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Card, Flex, Select, Table, Typography } from 'antd'
import { useState } from 'react'
import { agencies } from '../api/agencies.ts'
import { asking } from '../api/asking.ts'
import { Proxies } from '../proxies/Proxies.tsx'
import { EmptyState } from '../shell/EmptyState.tsx'
import { useMe } from '../shell/me.ts'
import { ProblemView } from '../shell/ProblemView.tsx'
import { scrolling } from '../shell/scrolling.tsx'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { peopleToChoose, projectKey, project as projectQuery } from './queries.ts'

const duties = ['leader', 'helper', 'deputy', 'contact', 'company'] as const
type Duty = (typeof duties)[number]
type Member = { readonly personId: PersonId; readonly duty: Duty; readonly agencyId: AgencyId | null }

/** Who drives the project: one helper, deputies, contacts of the agencies, the leader in charge. */
export function TeamTab({ project }: { readonly project: ProjectView }) {
  const t = useText()
  const pick = usePick()
  const { may } = useMe()
  const client = useQueryClient()
  const change = useMutation({
    mutationFn: (team: readonly Member[]) =>
      asking(
        contracts.projects.team,
        { params: { projectId: project.id }, body: { team: [...team] } },
        { ifMatch: project.version },
      ),
    onSuccess: (saved) => {
      client.setQueryData(projectQuery(project.id).queryKey, saved)
      client.invalidateQueries({ queryKey: projectKey() })
    },
  })
  const members: readonly Member[] = project.team.map(({ personId, duty, agencyId }) => ({ personId, duty, agencyId }))
  const editable = Boolean(may['project.team'])
  return (
    <Flex vertical gap={12}>
      <Typography.Text type="secondary">{t('projects.teamHint')}</Typography.Text>
      {change.error && <ProblemView error={change.error} />}
      {project.team.length === 0 ? (
        <EmptyState title={t('projects.noTeam')} />
      ) : (
        <Table
          size="small"
          rowKey={(m) => `${m.personId} ${m.duty}`}
          pagination={false}
          loading={change.isPending}
          components={scrolling}
          scroll={{ x: 560 }}
          dataSource={project.team}
          columns={[
            { title: t('projects.duty'), render: (_, m) => t(`projects.duty.${m.duty}`) },
            { title: t('projects.person'), dataIndex: 'name' },
            { title: t('projects.agency'), render: (_, m) => m.agencyName && pick(m.agencyName) },
            { title: t('projects.phone'), dataIndex: 'phone' },
            ...(editable
              ? [
                  {
                    title: '',
                    render: (_: unknown, m: Member) => (
                      <Button
                        size="small"
                        onClick={() =>
                          change.mutate(members.filter((o) => o.personId !== m.personId || o.duty !== m.duty))
                        }
                      >
                        {t('projects.remove')}
                      </Button>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      <Proxies projectId={project.id} />
      {editable && <AddMember onAdd={(member) => change.mutate([...members, member])} />}
    </Flex>
  )
}

function AddMember({ onAdd }: { readonly onAdd: (member: Member) => void }) {
  const t = useText()
  const pick = usePick()
  const { data: people } = useQuery(peopleToChoose)
  const { data: bureaus } = useQuery(agencies)
  const [personId, setPerson] = useState<PersonId | null>(null)
  const [duty, setDuty] = useState<Duty>('contact')
  const person = people?.items.find((p) => p.id === personId)
  const agencyId = duty === 'contact' ? (person?.agencyId ?? null) : null
  return (
    <Card size="small" title={t('projects.add')}>
      <Flex gap={8} wrap align="center">
        <Select
          aria-label={t('projects.duty')}
          style={{ width: 150 }}
          value={duty}
          onChange={setDuty}
          options={duties.map((d) => ({ value: d, label: t(`projects.duty.${d}`) }))}
        />
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={t('projects.person')}
          placeholder={t('projects.person')}
          style={{ flex: 1, minWidth: 200 }}
          value={personId}
          onChange={setPerson}
          options={(people?.items ?? [])
            .filter((p) => p.active)
            .map((p) => ({
              value: p.id,
              label: [p.name, p.agencyName ? pick(p.agencyName) : p.companyName].filter(Boolean).join(' · '),
            }))}
        />
        {agencyId && (
          <span>{pick(bureaus?.find((b) => b.id === agencyId)?.short ?? { zh: agencyId, en: agencyId })}</span>
        )}
        <Button
          type="primary"
          disabled={personId === null}
          onClick={() => {
            if (personId) onAdd({ personId, duty, agencyId })
            setPerson(null)
          }}
        >
          {t('projects.add')}
        </Button>
      </Flex>
    </Card>
  )
}
