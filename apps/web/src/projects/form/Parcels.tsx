import { ParcelShape } from '@kaigong/contract'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Alert, Button, Flex, Input, Popconfirm, Segmented, Typography } from 'antd'
import { useId, useState } from 'react'
import { useText } from '../../text/useText.ts'
import { factDefinitions } from '../queries.ts'
import {
  isSplit,
  type Land,
  type LandParcel,
  landParcels,
  renamedParcel,
  split,
  takenIds,
  unsplit,
  withChanged,
  withoutParcel,
  withParcel,
  withPlanned,
} from './landParcels.ts'
import { PartCard, PartId, RemovePart } from './PartCard.tsx'
import { freshId, goesAlong } from './parts.ts'

type List = Land['parcels']
type Props = { readonly land: Land; readonly disabled: boolean; readonly onChange: (land: Land) => void }

/** The parcels of a project with their outlines, and whether land matters are handled once or for each of them. */
export function Parcels({ land, disabled, onChange }: Props) {
  const t = useText()
  const { data: asked } = useSuspenseQuery(factDefinitions)
  const parcels = landParcels(land)
  const taken = takenIds(land)
  const questions = asked.items.filter((f) => f.of === 'parcel')
  const card = (parcel: LandParcel, key: number) => {
    const rename = (id: string) => onChange(renamedParcel(land, parcel.id, id))
    const remove = () => onChange(withoutParcel(land, parcel.id))
    const outline = parcel.shape && <Outline shape={parcel.shape} title={`${t('projects.outline')} ${parcel.id}`} />
    const { planned } = parcel
    if (!planned) return <Listed key={key} {...{ parcel, taken, disabled, land, rename, remove, outline, onChange }} />
    return (
      <PartCard
        key={key}
        kind="parcels"
        at={(land.facts.parcels ?? []).indexOf(planned)}
        part={planned}
        facts={land.facts}
        questions={questions}
        taken={taken}
        disabled={disabled}
        onRename={rename}
        onRemove={remove}
        // The list calls a parcel by its Chinese name.
        onChange={({ name, ...part }) =>
          onChange(
            withChanged(land, {
              ...parcel,
              name: name?.zh || null,
              planned: { ...part, ...(name?.zh ? { name } : {}) },
            }),
          )
        }
      >
        {outline}
      </PartCard>
    )
  }
  return (
    <Flex vertical gap={12}>
      {parcels.length > 0 && <SplitLand land={land} disabled={disabled} onChange={onChange} />}
      {parcels.map(card)}
      {!disabled && <AddParcel taken={taken} onAdd={(parcel) => onChange(withParcel(land, parcel))} />}
    </Flex>
  )
}

/** Once for all the land, or parcel by parcel: the plan asks for land matters accordingly. */
function SplitLand({ land, disabled, onChange }: Props) {
  const t = useText()
  const id = useId()
  const [asking, ask] = useState(false)
  const { facts } = land
  const along = (facts.parcels ?? []).reduce((sum, p) => sum + goesAlong(facts, p), 0)
  const choose = (each: boolean) => {
    if (each) onChange(split(land))
    else if (along > 0) ask(true)
    else onChange(unsplit(land))
  }
  return (
    <div className="fact">
      <span id={id}>{t('projects.landMatters')}</span>
      <Popconfirm
        open={asking}
        title={t('projects.unsplit', { count: along })}
        okText={t('projects.landOnce')}
        cancelText={t('projects.cancel')}
        onOpenChange={(open) => !open && ask(false)}
        onConfirm={() => {
          ask(false)
          onChange(unsplit(land))
        }}
        onCancel={() => ask(false)}
      >
        <Segmented
          aria-labelledby={id}
          disabled={disabled}
          value={isSplit(land) ? 'each' : 'once'}
          options={[
            { value: 'once', label: t('projects.landOnce') },
            { value: 'each', label: t('projects.landEach') },
          ]}
          onChange={(value) => choose(value === 'each')}
        />
      </Popconfirm>
      <Typography.Text type="secondary" className="fact-note">
        {t('projects.landMattersHint')}
      </Typography.Text>
    </div>
  )
}

type ListedProps = Props & {
  readonly parcel: LandParcel
  readonly taken: readonly string[]
  readonly outline: React.ReactNode
  readonly rename: (id: string) => void
  readonly remove: () => void
}

/** A parcel of the list that is not in the plan for itself. */
function Listed({ land, parcel, taken, disabled, outline, rename, remove, onChange }: ListedProps) {
  const t = useText()
  const id = useId()
  const name = parcel.name ?? parcel.id
  return (
    <section className="part" aria-label={name}>
      <Flex justify="space-between" align="center" gap={8}>
        <Typography.Title level={4} className="part-title">
          {name}
        </Typography.Title>
        <Flex gap={8}>
          {isSplit(land) && !disabled && (
            <Button size="small" onClick={() => onChange(withPlanned(land, parcel))}>
              {t('projects.plan')}
            </Button>
          )}
          {!disabled && <RemovePart name={name} along={0} onRemove={remove} />}
        </Flex>
      </Flex>
      <div className="form-grid">
        <PartId id={`${id}-id`} value={parcel.id} taken={taken} disabled={disabled} onChange={rename} />
        <div className="fact">
          <label htmlFor={`${id}-name`}>{t('projects.partName')}</label>
          <Input
            id={`${id}-name`}
            disabled={disabled}
            maxLength={100}
            value={parcel.name ?? ''}
            onChange={(e) => onChange(withChanged(land, { ...parcel, name: e.target.value || null }))}
          />
        </div>
        {outline}
      </div>
    </section>
  )
}

function AddParcel({
  taken,
  onAdd,
}: {
  readonly taken: readonly string[]
  readonly onAdd: (parcel: List[number]) => void
}) {
  const t = useText()
  const [typed, setId] = useState<string | null>(null)
  const [text, setText] = useState('')
  const id = (typed ?? freshId('parcels', taken)).trim()
  const shape = text.trim() === '' ? null : shapeIn(text)
  const wrong = text.trim() !== '' && shape === null
  return (
    <section className="part part-new" aria-label={t('projects.addParcel')}>
      <label htmlFor="parcel-id">{t('projects.parcelId')}</label>
      <Input
        id="parcel-id"
        maxLength={40}
        value={typed ?? id}
        {...(taken.includes(id) ? { status: 'error' as const } : {})}
        onChange={(e) => setId(e.target.value)}
      />
      {taken.includes(id) && <Typography.Text type="danger">{t('projects.partIdTaken')}</Typography.Text>}
      <label htmlFor="parcel-shape">{t('projects.geojson')}</label>
      <Input.TextArea
        id="parcel-shape"
        autoSize={{ minRows: 2, maxRows: 6 }}
        value={text}
        onChange={(e) => setText(e.target.value)}
        aria-describedby="parcel-hint"
      />
      <Typography.Text id="parcel-hint" type="secondary">
        {t('projects.geojsonHint')}
      </Typography.Text>
      {wrong && <Alert type="error" title={t('projects.geojsonWrong')} />}
      <Button
        style={{ alignSelf: 'start' }}
        disabled={id === '' || taken.includes(id) || wrong}
        onClick={() => {
          onAdd({ id, name: null, shape })
          setId(null)
          setText('')
        }}
      >
        {t('projects.addParcel')}
      </Button>
    </section>
  )
}

type Shape = NonNullable<List[number]['shape']>

/** A polygon out of what was pasted: a geometry, a feature, or the first feature of a collection. */
function shapeIn(text: string): Shape | null {
  try {
    const pasted = JSON.parse(text) as { geometry?: unknown; features?: { geometry?: unknown }[] }
    const read = ParcelShape.safeParse(pasted.features?.[0]?.geometry ?? pasted.geometry ?? pasted)
    return read.success ? read.data : null
  } catch {
    return null
  }
}

const SIDE = 96

/** The outline alone, north up, degrees of longitude shortened as they are at that latitude. */
function Outline({ shape, title }: { readonly shape: Shape; readonly title: string }) {
  const rings = shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat()
  const squeeze = Math.cos(((rings[0]?.[0]?.[1] ?? 0) * Math.PI) / 180)
  const points = rings.map((ring) => ring.map(([lon, lat]) => [lon * squeeze, -lat] as const))
  const [xs, ys] = [points.flat().map(([x]) => x), points.flat().map(([, y]) => y)]
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const scale = (SIDE - 8) / Math.max(Math.max(...xs) - left, Math.max(...ys) - top, 1e-9)
  const path = points
    .map(
      (ring) =>
        `M${ring.map(([x, y]) => `${((x - left) * scale + 4).toFixed(1)} ${((y - top) * scale + 4).toFixed(1)}`).join('L')}Z`,
    )
    .join('')
  return (
    <svg width={SIDE} height={SIDE} role="img" aria-label={title}>
      <path d={path} fillRule="evenodd" fill="currentColor" fillOpacity={0.12} stroke="currentColor" />
    </svg>
  )
}
