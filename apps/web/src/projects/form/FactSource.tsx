import { Button, Input, Select, Typography } from 'antd'
import { type ReactNode, useState } from 'react'
import { Confidence } from '../../plans/Confidence.tsx'
import { useText } from '../../text/useText.ts'
import { type About, aboutOf, nothingSaid, type Stated, saying } from './factValue.ts'

type Props = {
  /** Id of the question that is answered. */
  readonly id: string
  readonly name: string
  readonly stated: Stated | undefined
  readonly disabled: boolean
  /** What else can be done with the answer, in the same line. */
  readonly children?: ReactNode
  readonly onChange: (stated: Stated) => void
}

const marks = ['A', 'B', 'C', 'GK', 'synthetic'] as const

/** Where an answer comes from and how sure it is: shown beside it, asked for behind a button. */
export function FactSource({ id, name, stated, disabled, children, onChange }: Props) {
  const t = useText()
  const [open, setOpen] = useState(false)
  if (stated === undefined) return null
  const about = aboutOf(stated)
  const set = (change: Partial<About>) => onChange(saying(stated, { ...about, ...change }))
  const field = (key: 'title' | 'by' | 'year' | 'note') => (
    <div className="fact">
      <label htmlFor={`${id}-${key}`}>{t(`projects.about.${key}`)}</label>
      <Input
        id={`${id}-${key}`}
        maxLength={200}
        value={about[key]}
        // Who published it and when say nothing without what it is.
        disabled={(key === 'by' || key === 'year') && about.title === ''}
        onChange={(e) => set({ [key]: e.target.value })}
      />
    </div>
  )
  const said = [about.by, about.title, about.year].filter(Boolean).join(' ')
  const button = t(open ? 'projects.aboutClose' : said === '' ? 'projects.aboutAdd' : 'projects.aboutChange')
  return (
    <>
      <div className="fact-note fact-said">
        {said !== '' && <Typography.Text type="secondary">{t('projects.source', { title: said })}</Typography.Text>}
        {about.confidence !== '' && <Confidence mark={about.confidence} />}
        {about.note !== '' && <Typography.Text type="secondary">{about.note}</Typography.Text>}
        {!disabled && (
          <Button
            type="link"
            size="small"
            aria-expanded={open}
            aria-label={`${button} · ${name}`}
            onClick={() => setOpen(!open)}
          >
            {button}
          </Button>
        )}
        {children}
      </div>
      {open && !disabled && (
        <section className="fact-about" aria-label={t('projects.aboutOf', { name })}>
          {field('title')}
          {field('by')}
          {field('year')}
          <div className="fact">
            <label htmlFor={`${id}-confidence`}>{t('projects.about.confidence')}</label>
            <Select
              id={`${id}-confidence`}
              allowClear
              value={about.confidence || null}
              options={marks.map((mark) => ({
                value: mark,
                label: `${t(`plans.markName.${mark}`)} · ${t(`plans.mark.${mark}`)}`,
              }))}
              onChange={(mark?: string) => set({ confidence: mark ?? '' })}
            />
          </div>
          {field('note')}
          {JSON.stringify(about) !== JSON.stringify(nothingSaid) && (
            <Button size="small" onClick={() => onChange(saying(stated, nothingSaid))}>
              {t('projects.aboutDrop')}
            </Button>
          )}
        </section>
      )}
    </>
  )
}
