import { useSuspenseQuery } from '@tanstack/react-query'
import { Alert, Button, Select } from 'antd'
import { useText } from '../text/useText.ts'
import { editionList } from './queries.ts'

type Props = { readonly edition: string | undefined; readonly onEdition: (edition: string | undefined) => void }

/** Which edition is read; another than the one in force says so. */
export function EditionChoice({ edition, onEdition }: Props) {
  const t = useText()
  const { data: editions } = useSuspenseQuery(editionList)
  const inForce = editions.find(({ status }) => status === 'inForce')?.id
  const shown = editions.find(({ id }) => id === edition)?.id ?? inForce
  return (
    <>
      <Select
        className="edition-choice"
        aria-label={t('catalogue.edition')}
        value={shown}
        onChange={(id) => onEdition(id === inForce ? undefined : id)}
        options={editions
          .filter(({ status }) => status !== 'dropped')
          .map(({ id, name, status }) => ({ value: id, label: `${name} · ${t(`catalogue.statusOf.${status}`)}` }))}
      />
      {shown !== inForce && (
        <Alert
          type="info"
          showIcon
          className="edition-notice"
          title={t('catalogue.notInForce')}
          action={
            <Button size="small" onClick={() => onEdition(undefined)}>
              {t('catalogue.showInForce')}
            </Button>
          }
        />
      )}
    </>
  )
}
