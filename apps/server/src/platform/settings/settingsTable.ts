import type { Text } from '@kaigong/contract'

export type Kind =
  | 'text'
  | 'port'
  | 'number'
  | 'switch'
  | 'path'
  | 'website'
  | 'endpoint'
  | 'database'
  | 'level'
  | 'codes'

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
    kind: 'website',
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
    kind: 'path',
    usual: '',
    says: {
      zh: '状态文件夹：内置数据库、密钥；不写则按检出目录取默认值',
      en: 'State folder: embedded database and keys; by default one for each checkout',
    },
  },
  stateHome: {
    name: 'XDG_STATE_HOME',
    kind: 'path',
    usual: '',
    says: {
      zh: '各程序状态文件夹所在之处；只在不以 root 运行、也没有写 KAIGONG_STATE 时用到',
      en: 'Where the state folders of all programs lie; only asked without KAIGONG_STATE and not as root',
    },
  },
  districts: {
    name: 'KAIGONG_DISTRICTS',
    kind: 'codes',
    usual: '',
    says: {
      zh: '本系统服务的区划代码，逗号分隔；首次启动时建区（演示模式不用写）',
      en: 'Codes of the districts it is for, with commas; each is opened at the first start (not needed in a demonstration)',
    },
  },
  databaseUrl: {
    name: 'DATABASE_URL',
    kind: 'database',
    usual: '',
    secret: true,
    says: {
      zh: 'PostgreSQL（15 或更新）所有者的连接地址；不写则用内置数据库',
      en: 'Address of PostgreSQL (15 or newer) as the owner of the schema; without it the embedded one is used',
    },
  },
  appDatabaseUrl: {
    name: 'KAIGONG_APP_DATABASE_URL',
    kind: 'database',
    usual: '',
    secret: true,
    says: {
      zh: '应用角色 kaigong_app 的连接地址；不写则由 DATABASE_URL 推出',
      en: 'Address of the role kaigong_app; by default it follows from DATABASE_URL',
    },
  },
  signInDatabaseUrl: {
    name: 'KAIGONG_SIGNIN_DATABASE_URL',
    kind: 'database',
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
  signingKeyFile: {
    name: 'KAIGONG_SIGNING_KEY_FILE',
    kind: 'path',
    usual: '',
    says: {
      zh: '存有上述签名私钥的文件（如 systemd 凭据、容器机密）',
      en: 'File that holds the signing key instead (a credential of systemd, a secret of a container)',
    },
  },
  formerKeysFile: {
    name: 'KAIGONG_FORMER_KEYS_FILE',
    kind: 'path',
    usual: '',
    says: {
      zh: '存有以前签名密钥之公钥的文件（PEM，一个接一个）；换钥之前签署的检查点凭它核验',
      en: 'File with the public keys of former signing keys (PEM, one after the other): what they signed is still believed',
    },
  },
  sealsFolder: {
    name: 'KAIGONG_SEALS',
    kind: 'path',
    usual: '',
    says: {
      zh: '签章文件夹：每区一个“区划代码.pem”（P-256 私钥和证书），以前的证书在“区划代码-former.pem”；不写则用状态文件夹下的 seals，缺的自动生成并注明自制',
      en: 'Folder of the seals: a CODE.pem for each district (P-256 key and certificate), former certificates in CODE-former.pem; by default seals in the state folder, where one that is missing is made and says so',
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
  secretKeyFile: {
    name: 'KAIGONG_SECRET_KEY_FILE',
    kind: 'path',
    usual: '',
    says: {
      zh: '存有上述 32 字节（base64）的文件',
      en: 'File that holds those 32 bytes (base64) instead',
    },
  },
  filesFolder: {
    name: 'KAIGONG_FILES',
    kind: 'path',
    usual: '',
    says: {
      zh: '材料所在文件夹；不写则为状态文件夹下的 files。多台机器须共用同一个',
      en: 'Folder of the materials; by default files in the state folder. Several machines must share one',
    },
  },
  s3Bucket: {
    name: 'KAIGONG_S3_BUCKET',
    kind: 'text',
    usual: '',
    says: {
      zh: '把收齐的材料存入这个 S3 存储桶，而不存文件夹（须另装 @aws-sdk/client-s3 和 @aws-sdk/s3-request-presigner）',
      en: 'Bucket of an S3-compatible store for whole materials, instead of the folder (needs @aws-sdk/client-s3 and @aws-sdk/s3-request-presigner installed)',
    },
  },
  s3Endpoint: {
    name: 'KAIGONG_S3_ENDPOINT',
    kind: 'website',
    usual: '',
    says: { zh: '该存储的地址（如 MinIO）', en: 'Address of that store (such as MinIO)' },
  },
  s3Region: {
    name: 'KAIGONG_S3_REGION',
    kind: 'text',
    usual: 'us-east-1',
    says: { zh: '该存储的区域名', en: 'Its region' },
  },
  s3KeyId: {
    name: 'KAIGONG_S3_KEY_ID',
    kind: 'text',
    usual: '',
    secret: true,
    says: { zh: '该存储的访问密钥编号', en: 'Id of the access key' },
  },
  s3Secret: {
    name: 'KAIGONG_S3_SECRET',
    kind: 'text',
    usual: '',
    secret: true,
    says: { zh: '该存储的访问密钥', en: 'The access key itself' },
  },
  scanner: {
    name: 'KAIGONG_SCANNER',
    kind: 'endpoint',
    usual: '',
    says: {
      zh: '病毒扫描（ClamAV 的 clamd）的主机:端口；设了而连不上时不收文件，不写则不扫描',
      en: 'host:port of a virus scanner (clamd of ClamAV); while it is set and cannot be reached no file is taken, without it none is scanned',
    },
  },
  smtpUrl: {
    name: 'KAIGONG_SMTP_URL',
    kind: 'text',
    usual: '',
    secret: true,
    says: {
      zh: '发送通知邮件的服务器，如 smtps://用户:密码@smtp.example.cn；不写则不发邮件',
      en: 'Server that mails notices, such as smtps://user:password@smtp.example.cn; without it no mail is sent',
    },
  },
  mailFrom: {
    name: 'KAIGONG_MAIL_FROM',
    kind: 'text',
    usual: '',
    says: {
      zh: '通知邮件的发件人，如 开工 <kaigong@example.cn>；设了 KAIGONG_SMTP_URL 就要写',
      en: 'Sender of these mails, such as Kaigong <kaigong@example.cn>; needed with KAIGONG_SMTP_URL',
    },
  },
  fontsFolder: {
    name: 'KAIGONG_FONTS',
    kind: 'path',
    usual: '',
    says: {
      zh: '文书所用字体的文件夹（方正小标宋、仿宋、含生僻字的字体）；不写则用随附的思源宋体',
      en: 'Folder of the fonts for documents (小标宋, 仿宋, fonts with rare characters); by default the one that comes along',
    },
  },
  oidcFile: {
    name: 'KAIGONG_OIDC_FILE',
    kind: 'path',
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
