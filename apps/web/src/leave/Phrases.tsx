import { contracts } from '@kaigong/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { asking } from '../api/asking.ts'
import { useText } from '../text/useText.ts'
import { phrases } from './queries.ts'

type Props = { readonly field: string; readonly value: string; readonly onChange: (value: string) => void }

/** One's own phrases for a field of words: put in behind what is written, kept, forgotten. */
export function Phrases({ field, value, onChange }: Props) {
  const t = useText()
  const client = useQueryClient()
  const { data = [] } = useQuery(phrases)
  const keeping = useMutation({
    mutationFn: (items: readonly string[]) => asking(contracts.leave.keepPhrases, { body: { items: [...items] } }),
    onSuccess: ({ items }) => client.setQueryData(phrases.queryKey, items),
  })
  const written = value.trim()
  const isKept = data.includes(written)
  return (
    <div className="case-acts">
      {data.length > 0 && (
        <Select<string>
          size="small"
          style={{ minWidth: 160 }}
          value={null}
          placeholder={t('leave.phrases')}
          aria-label={t('leave.phrasesFor', { field })}
          options={data.map((phrase) => ({ value: phrase, label: phrase }))}
          onChange={(phrase) => onChange(written === '' ? phrase : `${written}\n${phrase}`)}
        />
      )}
      {written.length > 1 && written.length <= 500 && (
        <Button
          size="small"
          type="link"
          loading={keeping.isPending}
          onClick={() => keeping.mutate(isKept ? data.filter((phrase) => phrase !== written) : [...data, written])}
        >
          {t(isKept ? 'leave.forgetPhrase' : 'leave.keepPhrase')}
        </Button>
      )}
    </div>
  )
}
