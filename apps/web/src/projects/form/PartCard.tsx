import type { contracts, OutOf, ProjectFacts, Text } from '@kaigong/contract'
import { Button, Flex, Input, Popconfirm, Typography } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import { usePick } from '../../text/usePick.ts'
import { useText } from '../../text/useText.ts'
import { partName } from './factWords.ts'
import { PartFacts } from './PartFacts.tsx'
import { goesAlong, ownEn, type Part, type PartKind, withEn, withZh } from './parts.ts'

type Props = {
  readonly kind: PartKind
  readonly at: number
  readonly part: Part
  readonly facts: ProjectFacts
  readonly questions: OutOf<typeof contracts.editions.facts>['items']
  /** Ids of all parts: this one may take none of the others'. */
  readonly taken: readonly string[]
  readonly disabled: boolean
  /** What only this kind of part has. */
  readonly children?: ReactNode
  readonly onRename: (id: string) => void
  readonly onChange: (part: Part) => void
  readonly onRemove: () => void
}

/** One phase, parcel or unit of works: number, name, what only it has, and what differs there from the whole project. */
export function PartCard(props: Props) {
  const { kind, at, part, facts, questions, taken, disabled, children, onRename, onChange, onRemove } = props
  const t = useText()
  const pick = usePick()
  const heading = useId()
  const place = `${kind}-${at}`
  const setName = (name: Text) => onChange({ ...part, name })
  return (
    <section className="part" aria-labelledby={heading}>
      <Flex justify="space-between" align="center" gap={8}>
        <Typography.Title level={4} id={heading} className="part-title">
          {partName(part, pick)}
        </Typography.Title>
        {!disabled && <RemovePart name={partName(part, pick)} along={goesAlong(facts, part)} onRemove={onRemove} />}
      </Flex>
      <div className="form-grid">
        <PartId id={`${place}-id`} value={part.id} taken={taken} disabled={disabled} onChange={onRename} />
        <div className="fact">
          <label htmlFor={`${place}-name`}>{t('projects.partName')}</label>
          <Input
            id={`${place}-name`}
            disabled={disabled}
            maxLength={100}
            {...(part.name?.zh === '' ? { status: 'error' as const } : {})}
            value={part.name?.zh ?? ''}
            onChange={(e) => setName(withZh(part.name, e.target.value))}
          />
        </div>
        <EnglishName id={`${place}-name-en`} name={part.name} disabled={disabled} onChange={setName} />
        {children}
      </div>
      <PartFacts
        place={place}
        part={part}
        whole={facts.facts}
        questions={questions}
        disabled={disabled}
        onChange={onChange}
      />
    </section>
  )
}

type EnglishProps = {
  readonly id: string
  readonly name: Text | undefined
  readonly disabled: boolean
  readonly onChange: (name: Text) => void
}

/** The English beside a Chinese name. While somebody types, what stands here is theirs, also where it happens to be the Chinese so far. */
function EnglishName({ id, name, disabled, onChange }: EnglishProps) {
  const t = useText()
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <div className="fact">
      <label htmlFor={id}>{t('projects.partNameEn')}</label>
      <Input
        id={id}
        disabled={disabled || !name?.zh}
        maxLength={200}
        value={typed ?? ownEn(name)}
        onChange={({ target: { value } }) => {
          setTyped(value)
          onChange(withEn(name, value))
        }}
        onBlur={() => setTyped(null)}
      />
    </div>
  )
}

type IdProps = {
  readonly id: string
  readonly value: string
  readonly taken: readonly string[]
  readonly disabled: boolean
  readonly onChange: (value: string) => void
}

/** The number of a part. It holds once it is nobody else's; until then the old one stands. */
export function PartId({ id, value, taken, disabled, onChange }: IdProps) {
  const t = useText()
  const [typed, setTyped] = useState<string | null>(null)
  const next = (typed ?? value).trim()
  const wrong =
    next === '' ? t('projects.partIdEmpty') : next !== value && taken.includes(next) ? t('projects.partIdTaken') : ''
  return (
    <div className="fact">
      <label htmlFor={id}>{t('projects.partId')}</label>
      <Input
        id={id}
        disabled={disabled}
        maxLength={40}
        value={typed ?? value}
        {...(wrong === '' ? {} : { status: 'error' as const, 'aria-invalid': true, 'aria-describedby': `${id}-wrong` })}
        onChange={(e) => setTyped(e.target.value)}
        onBlur={() => {
          if (wrong === '' && next !== value) onChange(next)
          setTyped(null)
        }}
      />
      {wrong !== '' && (
        <Typography.Text type="danger" id={`${id}-wrong`} role="alert">
          {wrong}
        </Typography.Text>
      )}
    </div>
  )
}

type RemoveProps = { readonly name: string; readonly along: number; readonly onRemove: () => void }

/** Asks first where more goes than the part itself. */
export function RemovePart({ name, along, onRemove }: RemoveProps) {
  const t = useText()
  const button = (
    <Button
      size="small"
      aria-label={`${t('projects.remove')} · ${name}`}
      {...(along === 0 ? { onClick: onRemove } : {})}
    >
      {t('projects.remove')}
    </Button>
  )
  if (along === 0) return button
  return (
    <Popconfirm
      title={t('projects.removePart', { name, count: along })}
      okText={t('projects.remove')}
      cancelText={t('projects.cancel')}
      onConfirm={onRemove}
    >
      {button}
    </Popconfirm>
  )
}
