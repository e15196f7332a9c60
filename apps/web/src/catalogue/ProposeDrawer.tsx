import { contracts, SettingsFile } from '@kaigong/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Alert, Button, Card, Drawer, Flex, Input, Upload } from 'antd'
import { useId, useState } from 'react'
import { asking, ProblemError } from '../api/asking.ts'
import { newKey } from '../api/newKey.ts'
import { isRefusal } from '../api/refused.ts'
import { LinedText } from '../shell/LinedText.tsx'
import { lineFaults } from '../shell/lineFaults.ts'
import { useMe } from '../shell/me.ts'
import { ProblemView } from '../shell/ProblemView.tsx'
import { useText } from '../text/useText.ts'
import { likelyPath, type ProposedFile } from './proposed.ts'

/** Proposes an edition from files chosen or pasted; a faulty one comes back with each fault at its line, and nothing written is lost. */
export function ProposeDrawer({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const id = useId()
  const { district } = useMe()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const [files, setFiles] = useState<readonly ProposedFile[]>([])
  const propose = useMutation({
    mutationFn: () =>
      asking(contracts.editions.propose, {
        body: { name: name.trim(), files: files.map(({ path, text }) => ({ path: path.trim(), text })) },
      }),
    onSuccess: async (edition) => {
      await client.invalidateQueries({ queryKey: ['edition'] })
      navigate({ to: '/catalogue/editions', search: { edition: edition.id } })
      onClose()
    },
  })
  const add = (path: string, text: string) => setFiles((old) => [...old, { key: newKey(), path, text }])
  const change = (key: string, next: Partial<ProposedFile>) =>
    setFiles((old) => old.map((file) => (file.key === key ? { ...file, ...next } : file)))
  const faulty = isRefusal(propose.error, 'edition.faulty')
  const faults = faulty && propose.error instanceof ProblemError ? lineFaults(propose.error.problem.errors ?? []) : []
  const elsewhere = faults.filter(({ path }) => !files.some((file) => file.path.trim() === path))
  const ready = name.trim() !== '' && files.length > 0 && files.every(({ path }) => path.trim() !== '')
  return (
    <Drawer
      open
      size="large"
      title={t('catalogue.propose')}
      onClose={onClose}
      footer={
        <Button type="primary" disabled={!ready} loading={propose.isPending} onClick={() => propose.mutate()}>
          {t('catalogue.send')}
        </Button>
      }
    >
      <Flex vertical gap={14}>
        <span className="catalogue-soft">{t('catalogue.proposeHint')}</span>
        <div className="fact">
          <label htmlFor={`${id}-name`}>{t('catalogue.proposalName')}</label>
          <Input id={`${id}-name`} maxLength={100} value={name} onChange={(e) => setName(e.target.value)} />
        </div>
        <Flex wrap gap={8}>
          <Upload
            multiple
            accept=".yaml,.yml"
            showUploadList={false}
            beforeUpload={(file) => {
              file.text().then((text) => add(likelyPath(file.name, district.code, SettingsFile.options), text))
              return false
            }}
          >
            <Button>{t('catalogue.upload')}</Button>
          </Upload>
          <Button onClick={() => add('', '')}>{t('catalogue.addFile')}</Button>
        </Flex>
        {faulty && <Alert type="error" showIcon role="alert" title={t('catalogue.faulty', { n: faults.length })} />}
        {propose.error && !faulty && <ProblemView error={propose.error} />}
        {elsewhere.length > 0 && (
          <Alert
            type="error"
            title={t('catalogue.elsewhere')}
            description={
              <ul className="trial-missed">
                {elsewhere.map(({ path, line, says }) => (
                  <li key={`${path} ${line} ${says}`}>
                    {[path, line].filter((part) => part !== null && part !== '').join(':')} {says}
                  </li>
                ))}
              </ul>
            }
          />
        )}
        {files.map((file) => (
          <Card
            key={file.key}
            size="small"
            extra={
              <Button size="small" onClick={() => setFiles((old) => old.filter(({ key }) => key !== file.key))}>
                {t('catalogue.removeFile')}
              </Button>
            }
            title={file.path || t('catalogue.addFile')}
          >
            <div className="fact">
              <label htmlFor={`${file.key}-path`}>
                {t('catalogue.path')} <small>{t('catalogue.pathHint', { district: district.code })}</small>
              </label>
              <Input
                id={`${file.key}-path`}
                maxLength={200}
                value={file.path}
                onChange={(e) => change(file.key, { path: e.target.value })}
              />
              <label htmlFor={`${file.key}-text`}>{t('catalogue.text')}</label>
              <LinedText
                id={`${file.key}-text`}
                value={file.text}
                onChange={(text) => change(file.key, { text })}
                faults={faults.filter(({ path }) => path === file.path.trim())}
              />
            </div>
          </Card>
        ))}
      </Flex>
    </Drawer>
  )
}
