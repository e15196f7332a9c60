import { DownloadOutlined } from '@ant-design/icons'
import { contracts, urlOf } from '@kaigong/contract'
import { Button, Card, Flex } from 'antd'
import { useLanguage } from '../../text/useLanguage.ts'
import { useText } from '../../text/useText.ts'

const formats = ['html', 'xlsx', 'ics', 'mspdi', 'json'] as const

type Props = { readonly projectId: string; readonly no: number }

/** A version as a file, in each of the formats that the command line writes and as the service guide, in the language of the page. */
export function Downloads({ projectId, no }: Props) {
  const t = useText()
  const lang = useLanguage()
  return (
    <Card size="small" title={<h3 className="version-heading">{t('plans.versions.downloads', { no })}</h3>}>
      <Flex wrap gap={8}>
        {formats.map((format) => (
          <Button
            key={format}
            icon={<DownloadOutlined />}
            href={urlOf(contracts.plans.download, { projectId, no, format }, { lang })}
            download
          >
            {t(`plans.versions.file.${format}`)}
          </Button>
        ))}
        <Button
          icon={<DownloadOutlined />}
          href={urlOf(contracts.documents.guide, { projectId, no }, { lang })}
          download
        >
          {t('plans.versions.file.guide')}
        </Button>
      </Flex>
    </Card>
  )
}
