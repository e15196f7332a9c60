import { Flex, Modal, Radio, Typography } from 'antd'
import { useState } from 'react'
import { useText } from '../../text/useText.ts'
import { type Conflict, type Editing, withField } from './editing.ts'
import { useFieldWords } from './fieldWords.ts'

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
  const words = useFieldWords()
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
            aria-label={words.title(field)}
            value={theirs.has(field) ? 'theirs' : 'mine'}
            onChange={(e) => choose(field, e.target.value)}
          >
            <Typography.Text strong>{words.title(field)}</Typography.Text>
            <Flex vertical>
              <Radio value="mine">
                {t('projects.mergeMine')}: {words.value(field, mine)}
              </Radio>
              <Radio value="theirs">
                {t('projects.mergeTheirs', { who: by ?? t('projects.mergeSomebody') })}: {words.value(field, other)}
              </Radio>
            </Flex>
          </Radio.Group>
        ))}
      </Flex>
    </Modal>
  )
}
