import type { Text } from '@kaigong/contract'
import { type Kind, type Setting, settingsTable } from './settingsTable.ts'

type Table = typeof settingsTable
type ValueOf<K extends Kind> = K extends 'port' | 'number' ? number : K extends 'switch' ? boolean : string
export type Settings = { readonly [S in keyof Table]: ValueOf<Table[S]['kind']> }

/** Reads all settings, or says of each bad one what is wrong. Values of secrets are never repeated. */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
): Settings | { readonly faults: readonly Text[] } {
  const read = Object.entries(settingsTable).map(([key, setting]: [string, Setting]) => {
    const text = environment[setting.name] ?? setting.usual
    const value = understood(setting.kind, text)
    return { key, value, fault: value === undefined ? faultOf(setting, text) : undefined }
  })
  const faults = read.flatMap(({ fault }) => fault ?? [])
  return faults.length > 0 ? { faults } : (Object.fromEntries(read.map(({ key, value }) => [key, value])) as Settings)
}

function understood(kind: Kind, text: string): string | number | boolean | undefined {
  switch (kind) {
    case 'port':
      return /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined
    case 'number':
      return /^\d{1,4}$/.test(text) && Number(text) > 0 ? Number(text) : undefined
    case 'switch':
      return text === 'true' || text === '1'
        ? true
        : text === 'false' || text === '0' || text === ''
          ? false
          : undefined
    case 'level':
      return ['debug', 'info', 'warn', 'error'].includes(text) ? text : undefined
    case 'website':
      return text === '' || /^https?:$/.test(protocolOf(text)) ? text.replace(/\/$/, '') : undefined
    case 'database':
      return text === '' || /^postgres(ql)?:$/.test(protocolOf(text)) ? text : undefined
    case 'path':
    case 'text':
      return text
  }
}

const protocolOf = (text: string): string => (URL.canParse(text) ? new URL(text).protocol : '')

const wanted: Readonly<Record<Kind, Text>> = {
  port: { zh: '0–65535 的端口号', en: 'a port from 0 to 65535' },
  number: { zh: '1–9999 的整数', en: 'a whole number from 1 to 9999' },
  switch: { zh: 'true 或 false', en: 'true or false' },
  level: { zh: 'debug、info、warn 或 error', en: 'debug, info, warn or error' },
  website: { zh: '完整的网址，如 https://kaigong.example.cn', en: 'a complete address such as https://kaigong.example.cn' },
  database: {
    zh: '数据库连接地址，如 postgres://用户:密码@主机:5432/库名',
    en: 'an address such as postgres://user:password@host:5432/name',
  },
  path: { zh: '路径', en: 'a path' },
  text: { zh: '文字', en: 'text' },
}

const faultOf = ({ name, kind, secret }: Setting, text: string): Text => {
  const given = secret ? '' : `“${text}”`
  return {
    zh: `环境变量 ${name}${given} 应为：${wanted[kind].zh}`,
    en: `The variable ${name} ${secret ? '' : `"${text}" `}must be ${wanted[kind].en}`,
  }
}
