import type { contracts, DoneMatter, OutOf, Parcel, Phase, ProjectFacts, Readiness } from '@kaigong/contract'
import { useSuspenseQuery } from '@tanstack/react-query'
import { messages } from '../../text/registry.ts'
import { type Pick, usePick } from '../../text/usePick.ts'
import { type Key, type Say, useText } from '../../text/useText.ts'
import { factDefinitions } from '../queries.ts'
import { listAndKey } from './editing.ts'
import type { Stated } from './factValue.ts'
import { factWords, partName } from './factWords.ts'

type Asked = OutOf<typeof contracts.editions.facts>

/** What a field is called and what it says, in the person's words. */
export type FieldWords = {
  readonly title: (field: string) => string
  readonly value: (field: string, value: unknown) => string
}

/** The words of a project's fields, for people who choose between two values of one. */
export function useFieldWords(): FieldWords {
  const t = useText()
  const pick = usePick()
  const { data } = useSuspenseQuery(factDefinitions)
  return fieldWords(data, t, pick)
}

const keyOf = (key: string): Key | undefined => (key in messages ? (key as Key) : undefined)

function fieldWords(asked: Asked, t: Say, pick: Pick): FieldWords {
  const matterName = (id: string) => `${id} ${pick(asked.matters.find((m) => m.id === id)?.name ?? { zh: '', en: '' })}`
  const fact = (id: string) => asked.items.find((f) => f.id === id)
  const facts = (stated: ProjectFacts['facts'] | undefined) =>
    Object.entries(stated ?? {}).map(([id, one]) => {
      const found = fact(id)
      return found ? `${pick(found.name)} ${factWords(found, one, t, pick)}` : id
    })
  const part = (one: Partial<Phase> & { readonly phase?: string }) =>
    [
      one.name && pick(one.name),
      one.notBefore && t('projects.notBeforeDay', { day: one.notBefore }),
      one.parcels && `${t('projects.standsOn')} ${one.parcels.join(', ')}`,
      one.phase && `${t('projects.ofPhase')} ${one.phase}`,
      ...facts(one.facts),
    ]
      .filter(Boolean)
      .join(t('projects.and'))
  const listed: Readonly<Record<string, (entry: never) => string>> = {
    phases: part,
    unitWorks: part,
    plannedParcels: part,
    parcels: ({ name, shape }: Parcel) =>
      [name, shape && t('projects.outline')].filter(Boolean).join(t('projects.and')),
    ready: ({ on }: Readiness) => on,
    done: ({ on, number }: DoneMatter) => [on, number].filter(Boolean).join(' '),
  }
  const title = (field: string): string => {
    const entry = listAndKey(field)
    if (entry) {
      const { list, key } = entry
      const name = t(`projects.${list}` as Key)
      if (list !== 'ready' && list !== 'done') return `${name} ${key}`
      const [matter = '', scope, material] = key.split('|')
      const of = asked.matters.find((m) => m.id === matter)?.materials.find((m) => m.id === material)
      return [`${name} · ${matterName(matter)}`, scope, of && pick(of.name)].filter(Boolean).join(' · ')
    }
    const [where, key = field] = field.split('.', 2)
    const asking = where === 'facts' ? fact(key) : undefined
    if (asking) return pick(asking.name)
    const known = keyOf(`projects.${key === 'land' ? 'landEvent' : key === 'companyId' ? 'company' : key}`)
    return known ? t(known) : key
  }
  const value = (field: string, given: unknown): string => {
    if (given === undefined || given === null || given === '') return t('projects.empty')
    const entry = listAndKey(field)
    if (entry) {
      const says = (given as readonly never[]).map((one) => listed[entry.list]?.(one) || partName(one, pick))
      return says.length === 0 ? t('projects.empty') : says.join('; ')
    }
    const [where, key = field] = field.split('.', 2)
    const asking = where === 'facts' ? fact(key) : undefined
    if (asking) return factWords(asking, given as Stated, t, pick)
    if (key === 'land') {
      const { basis, day } = given as NonNullable<ProjectFacts['land']>
      return [t(`projects.basis.${basis}`), day].filter(Boolean).join(' ')
    }
    if (key === 'tracks')
      return Object.entries(given as Record<string, string>)
        .map(
          ([matter, track]) => `${matterName(matter)} ${t(keyOf(`projects.track.${track}`) ?? 'projects.track.best')}`,
        )
        .join('; ')
    if (key === 'assessments')
      return (given as readonly string[])
        .map((id) => pick(asked.assessments.find((a) => a.id === id)?.name ?? { zh: id, en: id }))
        .join('; ')
    const chosen = keyOf(`projects.${key}.${String(given)}`)
    return chosen ? t(chosen) : String(given)
  }
  return { title, value }
}
