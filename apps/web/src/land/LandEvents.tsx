import { LandEventKind as Kinds, type LandBoard, type LandEventKind } from '@kaigong/contract'
import { Button, Card } from 'antd'
import { useState } from 'react'
import { useText } from '../text/useText.ts'
import { RecordLand } from './RecordLand.tsx'

/** What became of the land, each with its paper; whoever may records what is missing or puts right what is there. */
export function LandEvents({ board }: { readonly board: LandBoard }) {
  const t = useText()
  const [recording, setRecording] = useState<LandEventKind>()
  const settled = board.conversion !== null || board.events.some(({ kind }) => kind === 'notWon')
  const has = (kind: LandEventKind) => board.events.some((event) => event.kind === kind)
  // Won or not won: one of the two is recorded, and the other is no longer asked for.
  const shown = Kinds.options.filter((kind) => (kind === 'notWon' ? has(kind) || !(settled || has('deal')) : true))
  return (
    <Card size="small" title={<h2 className="case-heading">{t('land.events')}</h2>}>
      <ul className="case-lines">
        {shown.map((kind) => {
          const event = board.events.find((e) => e.kind === kind)
          return (
            <li key={kind}>
              <div className="case-line-head">
                <span>
                  {t(`land.event.${kind}`)} {event && <strong>{event.on}</strong>}
                </span>
                {board.may.record && !settled && (
                  <Button
                    size="small"
                    aria-label={`${t(event ? 'land.putRight' : 'land.record')} ${t(`land.event.${kind}`)}`}
                    onClick={() => setRecording(kind)}
                  >
                    {t(event ? 'land.putRight' : 'land.record')}
                  </Button>
                )}
              </div>
              {event && (
                <p className="case-soft">
                  {event.reference}
                  {event.winner && ` · ${t('land.winner', { name: event.winner })}`}
                  {event.recordedBy && ` · ${t('land.recordedBy', { name: event.recordedBy })}`}
                </p>
              )}
            </li>
          )
        })}
      </ul>
      {recording && <RecordLand board={board} kind={recording} onClose={() => setRecording(undefined)} />}
    </Card>
  )
}
