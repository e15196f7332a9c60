import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DistrictCode, Text } from '@kaigong/contract'
import { keptIn } from '../../platform/settings/keptIn.ts'
import { certificatesIn, newSeal, openSeal, pemOf, type Seal } from './seal.ts'

/** The seals of the districts. */
export type Seals = {
  /** The seal with which a district signs now; one that is not there is made. */
  readonly of: (district: DistrictCode) => Promise<Seal>
  /** The certificates, as PEM, by which strangers recognise what a district signed, today's before former ones; null where it never signed. */
  readonly certificates: (district: DistrictCode) => string | null
}

/** Opens a folder of seals, `320413.pem` beside `320413-former.pem`; a file that holds none is told by its name. */
export async function openSeals(folder: string): Promise<Seals | { readonly refused: Text }> {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => /^\d{6}(-former)?\.pem$/.test(name)) : []
  for (const name of files) {
    const fault = await faultIn(join(folder, name), name.includes('former'))
    if (fault) return { refused: { zh: `${name}：${fault.zh}`, en: `${name}: ${fault.en}` } }
  }
  const opened = new Map<DistrictCode, Promise<Seal>>()
  const fileOf = (district: DistrictCode) => join(folder, `${district}.pem`)
  return {
    of: (district) => {
      const known = opened.get(district) ?? openOrMake(fileOf(district), district)
      opened.set(district, known)
      // What could not be read once may be mended meanwhile.
      known.catch(() => opened.delete(district))
      return known
    },
    certificates: (district) => {
      if (!existsSync(fileOf(district))) return null
      const former = join(folder, `${district}-former.pem`)
      const texts = [fileOf(district), ...(existsSync(former) ? [former] : [])].map((f) => readFileSync(f, 'utf8'))
      return texts.flatMap(certificatesIn).map(pemOf).join('')
    },
  }
}

async function faultIn(file: string, isFormer: boolean): Promise<Text | undefined> {
  try {
    const pem = readFileSync(file, 'utf8')
    if (isFormer) return pem.includes('PRIVATE KEY') || certificatesIn(pem).length === 0 ? ONLY_CERTIFICATES : undefined
    const seal = await openSeal(pem)
    return 'unreadable' in seal ? seal.unreadable : undefined
  } catch (error) {
    const why = error instanceof Error ? error.message : ''
    return { zh: `读不出：${why}`, en: `it cannot be read: ${why}` }
  }
}

async function openOrMake(file: string, district: DistrictCode): Promise<Seal> {
  const made = existsSync(file) ? '' : await newSeal(`${district} 区数字签章（自制，未经认证 self-made）`)
  const seal = await openSeal(keptIn({ file, make: () => made }))
  if ('unreadable' in seal) throw new Error(`${file}: ${seal.unreadable.en}`)
  return seal
}

const ONLY_CERTIFICATES: Text = {
  zh: '只应存放以前的证书（PEM，一个接一个），不放私钥。',
  en: 'it holds only former certificates, as PEM, one after the other, and no private key.',
}
