import { SearchOutlined } from '@ant-design/icons'
import { contracts } from '@kaigong/contract'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { AutoComplete, Input, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { asking } from '../api/asking.ts'
import { useText } from '../text/useText.ts'
import { isWriting } from './isWriting.ts'
import { useSettled } from './useSettled.ts'

const ALL = 'all'

/** One box for everything one may know of a project; `/` goes there from anywhere. */
export function SearchBox() {
  const t = useText()
  const navigate = useNavigate()
  const input = useRef<InputRef>(null)
  const [typed, type] = useState('')
  // Not each letter is a request of its own.
  const q = useSettled(typed.trim(), 200)
  const found = useQuery({
    queryKey: ['project', 'list', 'search', q],
    queryFn: ({ signal }) => asking(contracts.projects.list, { query: { q, limit: 8 } }, { signal }),
    enabled: [...q].length >= 2,
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return
      event.preventDefault()
      input.current?.focus()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  const showAll = () => {
    navigate({ to: '/projects', search: q === '' ? {} : { q: typed.trim() } })
    input.current?.blur()
  }
  const items = q === '' ? [] : (found.data?.items ?? [])
  return (
    <search className="search-box">
      <AutoComplete
        value={typed}
        onChange={(value: string) => type(value === ALL || items.some((p) => p.id === value) ? '' : value)}
        onSelect={(value: string) => {
          if (value === ALL) showAll()
          else navigate({ to: '/projects/$projectId/$tab', params: { projectId: value, tab: 'plan' } })
          type('')
        }}
        options={
          items.length === 0
            ? []
            : [
                ...items.map((p) => ({
                  value: p.id as string,
                  label: [p.name, p.company].filter(Boolean).join(' · '),
                })),
                { value: ALL, label: t('shell.searchAll', { q }) },
              ]
        }
        style={{ width: '100%' }}
      >
        <Input
          ref={input}
          aria-label={t('shell.search')}
          placeholder={t('shell.searchHint')}
          prefix={<SearchOutlined aria-hidden />}
          allowClear
          onPressEnter={() => items.length === 0 && showAll()}
        />
      </AutoComplete>
    </search>
  )
}
