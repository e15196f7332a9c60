import { type BodyOf, type contracts, ParcelShape } from '@kaigong/contract'
import { Alert, Button, Card, Flex, Input, Typography } from 'antd'
import { useState } from 'react'
import { useText } from '../text/useText.ts'

type List = BodyOf<typeof contracts.projects.change>['parcels']
type Props = { readonly parcels: List; readonly disabled: boolean; readonly onChange: (parcels: List) => void }

/** The parcels of a project with their outlines. */
export function Parcels({ parcels, disabled, onChange }: Props) {
  const t = useText()
  return (
    <Flex vertical gap={8}>
      {parcels.map((parcel, i) => (
        <Card key={parcel.id} size="small">
          <Flex gap={12} align="start" wrap>
            {parcel.shape && <Outline shape={parcel.shape} title={`${t('projects.outline')} ${parcel.id}`} />}
            <div>
              <Typography.Text strong>{parcel.id}</Typography.Text>
              <div>{parcel.name}</div>
            </div>
            <Button disabled={disabled} onClick={() => onChange(parcels.filter((_, at) => at !== i))}>
              {t('projects.remove')}
            </Button>
          </Flex>
        </Card>
      ))}
      {!disabled && <AddParcel taken={parcels.map((p) => p.id)} onAdd={(parcel) => onChange([...parcels, parcel])} />}
    </Flex>
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
  const [id, setId] = useState('')
  const [text, setText] = useState('')
  const shape = text.trim() === '' ? null : shapeIn(text)
  const wrong = text.trim() !== '' && shape === null
  return (
    <Flex vertical gap={6}>
      <label htmlFor="parcel-id">{t('projects.parcelId')}</label>
      <Input id="parcel-id" maxLength={40} value={id} onChange={(e) => setId(e.target.value)} />
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
        disabled={id.trim() === '' || taken.includes(id.trim()) || wrong}
        onClick={() => {
          onAdd({ id: id.trim(), name: null, shape })
          setId('')
          setText('')
        }}
      >
        {t('projects.add')}
      </Button>
    </Flex>
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
