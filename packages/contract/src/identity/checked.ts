import { z } from 'zod'
import type { Text } from '../text.ts'

/** What somebody wrote, in its one right form; or what is wrong with it and what to do. */
export type Checked = { readonly value: string } | { readonly fault: Text }

export const fault = (zh: string, en: string): Checked => ({ fault: { zh, en } })

/** Letters, digits and signs in half width, capitals, without spaces: codes are typed by hand and copied from documents. */
export const compact = (written: string): string => written.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase()

/** A schema that takes what people write and gives the one right form. */
export const checkedBy = (check: (written: string) => Checked) =>
  z.string().transform((written, context) => {
    const checked = check(written)
    if ('value' in checked) return checked.value
    context.addIssue({ code: 'custom', message: `${checked.fault.zh} · ${checked.fault.en}` })
    return z.NEVER
  })
