import type { Text } from '@kaigong/contract'

type Kind = 'text' | 'port' | 'number' | 'switch' | 'folder' | 'url' | 'level'

/** One setting of the server: its name in the environment, what it is, and what it is when nobody sets it. */
export type Setting = {
  readonly name: string
  readonly kind: Kind
  /** As text, as the environment would have it; '' where there is none. */
  readonly usual: string
  /** Never shown or logged. */
  readonly secret?: true
  readonly says: Text
}

/** All settings there are; docs/settings.md is written from this table. */
export const settingsTable = {
  port: { name: 'KAIGONG_PORT', kind: 'port', usual: '8620', says: { zh: 'HTTP 端口', en: 'Port of HTTP' } },
  host: {
    name: 'KAIGONG_HOST',
    kind: 'text',
    usual: '127.0.0.1',
    says: {
      zh: '监听地址；只在反向代理之后才对外开放',
      en: 'Address to listen on; open it only behind a reverse proxy',
    },
  },
  publicUrl: {
    name: 'KAIGONG_PUBLIC_URL',
    kind: 'url',
    usual: '',
    says: {
      zh: '用户访问的地址；为 https 时 Cookie 只经加密连接发送',
      en: 'Address by which people reach the server; with https, cookies are only sent encrypted',
    },
  },
  trustProxy: {
    name: 'KAIGONG_TRUST_PROXY',
    kind: 'switch',
    usual: 'false',
    says: {
      zh: '在反向代理之后：客户端地址取自其请求头',
      en: 'Behind a reverse proxy: the client’s address stands in its headers',
    },
  },
  state: {
    name: 'KAIGONG_STATE',
    kind: 'folder',
    usual: '',
    says: {
      zh: '状态文件夹：内置数据库、密钥；不写则按检出目录取默认值',
      en: 'State folder: embedded database and keys; by default one for each checkout',
    },
  },
  databaseUrl: {
    name: 'DATABASE_URL',
    kind: 'url',
    usual: '',
    secret: true,
    says: {
      zh: 'PostgreSQL（15 或更新）所有者的连接地址；不写则用内置数据库',
      en: 'Address of PostgreSQL (15 or newer) as the owner of the schema; without it the embedded one is used',
    },
  },
  appDatabaseUrl: {
    name: 'KAIGONG_APP_DATABASE_URL',
    kind: 'url',
    usual: '',
    secret: true,
    says: {
      zh: '应用角色 kaigong_app 的连接地址；不写则由 DATABASE_URL 推出',
      en: 'Address of the role kaigong_app; by default it follows from DATABASE_URL',
    },
  },
  signInDatabaseUrl: {
    name: 'KAIGONG_SIGNIN_DATABASE_URL',
    kind: 'url',
    usual: '',
    secret: true,
    says: {
      zh: '登录角色 kaigong_signin 的连接地址；不写则由 DATABASE_URL 推出',
      en: 'Address of the role kaigong_signin; by default it follows from DATABASE_URL',
    },
  },
  connections: {
    name: 'KAIGONG_DATABASE_CONNECTIONS',
    kind: 'number',
    usual: '10',
    says: { zh: '应用连接池的最大连接数', en: 'Most connections of the application’s pool' },
  },
  workers: {
    name: 'KAIGONG_WORKERS',
    kind: 'number',
    usual: '2',
    says: { zh: '排方案的线程数', en: 'Threads that compute plans' },
  },
  signingKey: {
    name: 'KAIGONG_SIGNING_KEY',
    kind: 'text',
    usual: '',
    secret: true,
    says: {
      zh: '签署检查点的 Ed25519 私钥（PEM 或 base64）；不写则存于状态文件夹',
      en: 'Ed25519 private key that signs checkpoints (PEM or base64); by default kept in the state folder',
    },
  },
  secretKey: {
    name: 'KAIGONG_SECRET_KEY',
    kind: 'text',
    usual: '',
    secret: true,
    says: {
      zh: '加密动态码密钥的 32 字节（base64）；不写则存于状态文件夹',
      en: '32 bytes (base64) that encrypt second-factor secrets; by default kept in the state folder',
    },
  },
  oidcFile: {
    name: 'KAIGONG_OIDC_FILE',
    kind: 'folder',
    usual: '',
    says: { zh: '统一身份认证的说明文件（JSON）', en: 'File that describes the identity providers (JSON)' },
  },
  metricsToken: {
    name: 'KAIGONG_METRICS_TOKEN',
    kind: 'text',
    usual: '',
    secret: true,
    says: {
      zh: '读取 /metrics 的令牌；不写则只允许本机读取',
      en: 'Token for /metrics; without one only this machine may read it',
    },
  },
  logLevel: {
    name: 'KAIGONG_LOG_LEVEL',
    kind: 'level',
    usual: 'info',
    says: { zh: '日志级别：debug、info、warn、error', en: 'Level of the log: debug, info, warn, error' },
  },
  demo: {
    name: 'KAIGONG_DEMO',
    kind: 'switch',
    usual: 'false',
    says: {
      zh: '演示模式：写入虚构的两个区，可用演示身份登录，时钟从 2023-03-01 走起',
      en: 'Demonstration: two invented districts, personas to sign in as, a clock that begins on 2023-03-01',
    },
  },
} as const satisfies Readonly<Record<string, Setting>>

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
    case 'url':
      return text === '' || URL.canParse(text) ? text.replace(/\/$/, '') : undefined
    case 'folder':
    case 'text':
      return text
  }
}

const wanted: Readonly<Record<Kind, Text>> = {
  port: { zh: '0–65535 的端口号', en: 'a port from 0 to 65535' },
  number: { zh: '1–9999 的整数', en: 'a whole number from 1 to 9999' },
  switch: { zh: 'true 或 false', en: 'true or false' },
  level: { zh: 'debug、info、warn 或 error', en: 'debug, info, warn or error' },
  url: { zh: '完整的网址', en: 'a complete address' },
  folder: { zh: '路径', en: 'a path' },
  text: { zh: '文字', en: 'text' },
}

const faultOf = ({ name, kind, secret }: Setting, text: string): Text => {
  const given = secret ? '' : `“${text}”`
  return {
    zh: `环境变量 ${name}${given} 应为${wanted[kind].zh}`,
    en: `The variable ${name} ${secret ? '' : `"${text}" `}must be ${wanted[kind].en}`,
  }
}

/** The reference page, docs/settings.md. */
export function settingsPage(): string {
  const rows = Object.values(settingsTable).map(
    ({ name, usual, says }) => `| \`${name}\` | ${usual === '' ? '—' : `\`${usual}\``} | ${says.zh} | ${says.en} |`,
  )
  return [
    '# Settings · 设置',
    '',
    'All settings of the server, read from the environment once at its start. This page is written from the one table in `apps/server/src/platform/settings/settings.ts`; a test keeps it current.',
    '',
    '| variable | usual | 含义 | meaning |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}
