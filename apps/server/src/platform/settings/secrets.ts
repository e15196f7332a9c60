import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Text } from '@kaigong/contract'
import {
  newSigningKey,
  openPublicKeys,
  openSigningKey,
  type PublicKeys,
  publicKeysOf,
  type SigningKey,
} from '../events/signingKey.ts'
import { keptIn } from './keptIn.ts'
import type { Settings } from './settings.ts'
import { settingsTable } from './settingsTable.ts'

type Refusal = { readonly refused: Text }

/** The key that signs checkpoints. */
export function signingKeyOf(settings: Settings, folder: string): SigningKey | Refusal {
  const text = secret(settings, 'signingKey', { file: join(folder, 'signing-key.pem'), make: newSigningKey })
  if (typeof text !== 'string') return text
  const key = openSigningKey(text)
  return 'unreadable' in key ? { refused: key.unreadable } : key
}

/** The keys whose signature on a checkpoint counts: today's, and the former ones that settings name. */
export function publicKeysIn({ formerKeysFile }: Settings, today: SigningKey): PublicKeys | Refusal {
  if (formerKeysFile === '') return publicKeysOf(today.publicKey)
  const text = readNamed(formerKeysFile, 'formerKeysFile')
  if (typeof text !== 'string') return text
  const former = openPublicKeys(text)
  if ('unreadable' in former) return { refused: former.unreadable }
  return publicKeysOf(today.publicKey, ...former)
}

/** The 32 bytes that encrypt what must be read again: the secrets of second factors. */
export function secretKeyOf(settings: Settings, folder: string): Uint8Array | Refusal {
  const make = () => randomBytes(32).toString('base64')
  const text = secret(settings, 'secretKey', { file: join(folder, 'secret-key'), make })
  if (typeof text !== 'string') return text
  const key = Buffer.from(text, 'base64')
  if (key.length === 32) return key
  return {
    refused: { zh: 'KAIGONG_SECRET_KEY 应为 32 字节的 base64', en: 'KAIGONG_SECRET_KEY must be 32 bytes in base64' },
  }
}

/** As set, or as a named file holds it, else made once and kept where only the server's user reads it. */
function secret(
  settings: Settings,
  which: 'signingKey' | 'secretKey',
  kept: { readonly file: string; readonly make: () => string },
): string | Refusal {
  if (settings[which] !== '') return settings[which]
  const named = settings[`${which}File`]
  return named === '' ? readable(() => keptIn(kept), `${which}File`) : readNamed(named, `${which}File`)
}

type KeyFile = 'signingKeyFile' | 'secretKeyFile' | 'formerKeysFile'

const readNamed = (file: string, setting: KeyFile) => readable(() => readFileSync(file, 'utf8').trim(), setting)

function readable(read: () => string, setting: KeyFile): string | Refusal {
  try {
    return read()
  } catch (error) {
    const { name } = settingsTable[setting]
    const why = error instanceof Error ? error.message : ''
    return {
      refused: {
        zh: `密钥读不出或存不下：${why}；请核对 ${name} 或状态文件夹的权限。`,
        en: `A key can be neither read nor kept: ${why}; check ${name}, or the rights of the state folder.`,
      },
    }
  }
}
