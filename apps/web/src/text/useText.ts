import { useTranslation } from 'react-i18next'
import type { Key } from './registry.ts'

export type { Key } from './registry.ts'

type Values = Readonly<Record<string, string | number>>
/** Says the text of a key with its `{{values}}` filled in. */
export type Say = (key: Key, values?: Values) => string

/** The texts in the person's language; a key that does not exist is a type error. */
export function useText(): Say {
  const { t } = useTranslation()
  return t as unknown as Say
}
