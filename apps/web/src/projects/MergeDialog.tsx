import { Flex, Modal, Radio, Typography } from 'antd'
import { useState } from 'react'
import { type Key, useText } from '../text/useText.ts'
import { type Conflict, type Editing, withField } from './editing.ts'

type Props = {
  readonly conflicts: readonly Conflict[]
  readonly merged: Editing
  readonly saving: boolean
  readonly onCancel: () => void
  readonly onDone: (merged: Editing) => void
}

/** Both wrote: shows both values of each such field side by side and lets the person choose. */
export function MergeDialog({ conflicts, merged, saving, onCancel, onDone }: Props) {
  const t = useText()
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set())
  const choose = (field: string, whose: string) =>
    setTheirs((old) => (whose === 'theirs' ? new Set([...old, field]) : new Set([...old].filter((f) => f !== field))))
  const result = () =>
    conflicts.reduce((editing, c) => (theirs.has(c.field) ? withField(editing, c.field, c.theirs) : editing), merged)
  return (
    <Modal
      open
      width={720}
      title={t('projects.mergeTitle')}
      okText={t('projects.mergeDo')}
      cancelText={t('projects.cancel')}
      confirmLoading={saving}
      onOk={() => onDone(result())}
      onCancel={onCancel}
    >
      <Typography.Paragraph>{t('projects.mergeHint')}</Typography.Paragraph>
      <Flex vertical gap={12}>
        {conflicts.map(({ field, mine, theirs: other, by }) => (
          <Radio.Group
            key={field}
            aria-label={field}
            value={theirs.has(field) ? 'theirs' : 'mine'}
            onChange={(e) => choose(field, e.target.value)}
          >
            <Typography.Text strong>{titleOf(t, field)}</Typography.Text>
            <Flex vertical>
              <Radio value="mine">
                {t('projects.mergeMine')}: {shown(t, mine)}
              </Radio>
              <Radio value="theirs">
                {t('projects.mergeTheirs', { who: by ?? t('projects.mergeSomebody') })}: {shown(t, other)}
              </Radio>
            </Flex>
          </Radio.Group>
        ))}
      </Flex>
    </Modal>
  )
}

const titleOf = (t: ReturnType<typeof useText>, field: string): string => {
  const [where, key] = field.split('.', 2)
  return where === 'identity' && key !== undefined && key !== 'companyId' && key !== 'synthetic'
    ? t(`projects.${key}` as Key)
    : (key ?? field)
}

const shown = (t: ReturnType<typeof useText>, value: unknown): string =>
  value === undefined || value === null || value === ''
    ? t('projects.empty')
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value)
