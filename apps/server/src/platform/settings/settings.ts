import type { Text } from '@kaigong/contract'
import { type Kind, type Setting, settingsTable } from './settingsTable.ts'

type Table = typeof settingsTable
type ValueOf<K extends Kind> = K extends 'port' | 'number'
  ? number
  : K extends 'switch'
    ? boolean
    : K extends 'codes'
      ? readonly string[]
      : string
export type Settings = { readonly [S in keyof Table]: ValueOf<Table[S]['kind']> }

/** Reads all settings, or says of each bad one what is wrong. Values of secrets are never repeated. */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
): Settings | { readonly faults: readonly Text[] } {
  const read = Object.entries(settingsTable).map(([key, setting]: [string, Setting]) => {
    const text = environment[setting.name] ?? setting.usual
    const value = kinds[setting.kind].read(text)
    return { key, value, fault: value === undefined ? faultOf(setting, text) : undefined }
  })
  const faults = read.flatMap(({ fault }) => fault ?? [])
  return faults.length > 0 ? { faults } : (Object.fromEntries(read.map(({ key, value }) => [key, value])) as Settings)
}

const protocolOf = (text: string): string => (URL.canParse(text) ? new URL(text).protocol : '')
const switches: Readonly<Record<string, boolean>> = { true: true, 1: true, false: false, 0: false, '': false }

type Value = string | number | boolean | readonly string[]
/** What each kind is written like, and how it is read; undefined where it is not written like that. */
const kinds: Readonly<Record<Kind, { readonly read: (text: string) => Value | undefined; readonly wanted: Text }>> = {
  port: {
    read: (text) => (/^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined),
    wanted: { zh: '0–65535 的端口号', en: 'a port from 0 to 65535' },
  },
  number: {
    read: (text) => (/^[1-9]\d{0,3}$/.test(text) ? Number(text) : undefined),
    wanted: { zh: '1–9999 的整数', en: 'a whole number from 1 to 9999' },
  },
  switch: {
    read: (text) => switches[text],
    wanted: { zh: 'true 或 false', en: 'true or false' },
  },
  level: {
    read: (text) => (['debug', 'info', 'warn', 'error'].includes(text) ? text : undefined),
    wanted: { zh: 'debug、info、warn 或 error', en: 'debug, info, warn or error' },
  },
  website: {
    read: (text) => (text === '' || /^https?:$/.test(protocolOf(text)) ? text.replace(/\/$/, '') : undefined),
    wanted: {
      zh: '完整的网址，如 https://kaigong.example.cn',
      en: 'a complete address such as https://kaigong.example.cn',
    },
  },
  database: {
    read: (text) => (text === '' || /^postgres(ql)?:$/.test(protocolOf(text)) ? text : undefined),
    wanted: {
      zh: '数据库连接地址，如 postgres://用户:密码@主机:5432/库名',
      en: 'an address such as postgres://user:password@host:5432/name',
    },
  },
  codes: {
    read: (text) => (text === '' ? [] : /^\d{6}(,\d{6})*$/.test(text) ? text.split(',') : undefined),
    wanted: { zh: '六位区划代码，多个用逗号分隔', en: 'six-digit codes, separated by commas' },
  },
  endpoint: {
    read: (text) => (text === '' || /^[^\s/:]+:\d{1,5}$/.test(text) ? text : undefined),
    wanted: { zh: '主机:端口，如 127.0.0.1:3310', en: 'host:port such as 127.0.0.1:3310' },
  },
  path: { read: (text) => text, wanted: { zh: '路径', en: 'a path' } },
  text: { read: (text) => text, wanted: { zh: '文字', en: 'text' } },
}

const faultOf = ({ name, kind, secret }: Setting, text: string): Text => {
  const given = secret ? '' : `“${text}”`
  return {
    zh: `环境变量 ${name}${given} 应为：${kinds[kind].wanted.zh}`,
    en: `The variable ${name} ${secret ? '' : `"${text}" `}must be ${kinds[kind].wanted.en}`,
  }
}
