import type { MirrorRow, Text } from '@kaigong/contract'
import { beijingTime } from '../text/time.ts'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'

type Shown = { readonly row: MirrorRow; readonly statusName: Text }

/** The columns by which a person knows a row: whose case, of which project and matter, what happened when. */
export function useRowColumns() {
  const t = useText()
  const pick = usePick()
  return [
    {
      title: t('mirrors.source'),
      width: 190,
      render: (_: unknown, { row }: Shown) => (
        <>
          {row.sourceId}
          <div className="case-soft">{row.system}</div>
        </>
      ),
    },
    {
      title: t('mirrors.project'),
      width: 210,
      render: (_: unknown, { row }: Shown) => row.projectCode,
    },
    {
      title: t('mirrors.matter'),
      width: 150,
      render: (_: unknown, { row }: Shown) => `${row.matter} / ${row.agency}`,
    },
    {
      title: t('mirrors.status'),
      width: 150,
      render: (_: unknown, { row, statusName }: Shown) => `${row.code} ${pick(statusName)}`,
    },
    {
      title: t('mirrors.at'),
      width: 150,
      render: (_: unknown, { row }: Shown) => beijingTime(row.at),
    },
  ]
}
