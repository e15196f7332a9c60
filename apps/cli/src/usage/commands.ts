import type { Command, Operand, Option } from './command.ts'

const lang: Option = {
  name: 'lang',
  value: 'zh|en',
  choices: ['zh', 'en'],
  says: { zh: '用中文或英文（不写为中文）', en: 'Chinese or English (Chinese unless said)' },
}
const textOrJson: Option = {
  name: 'format',
  value: 'text|json',
  choices: ['text', 'json'],
  says: { zh: '给人读的文字，或给程序读的 JSON', en: 'text to read, or JSON for a program' },
}
const catalogue: Option = {
  name: 'catalogue',
  value: 'DIR',
  says: {
    zh: '事项目录所在文件夹（不写为随程序带的）',
    en: 'folder of the catalogue (the one that comes along unless said)',
  },
}
const folder = (name: string, zh: string, en: string): Operand => ({ name, says: { zh, en } })

/** All commands, in the order in which the help lists them. */
export const commands: readonly Command[] = [
  {
    name: 'plan',
    says: {
      zh: '为一个项目排审批方案：哪些事项、走哪条路、哪天办成、为什么',
      en: 'plan the approvals of a project: which matters, on which track, by which day, and why',
    },
    operands: [folder('PROJECT.yaml', '项目文件（样例在 examples/）', 'the project file (samples stand in examples/)')],
    options: [
      {
        name: 'as-of',
        value: 'DATE',
        says: {
          zh: '从哪天看（不写用项目文件的 asOf，再没有则为今天）',
          en: 'the day to look from (else asOf of the project file, else today)',
        },
      },
      {
        name: 'land-day',
        value: 'DATE',
        says: {
          zh: '问：这天拿地，四证能否办齐',
          en: 'ask: with the land on this day, can the four certificates be had',
        },
      },
      {
        name: 'start-by',
        value: 'DATE',
        says: { zh: '问：这天前能否开工', en: 'ask: can construction start by this day' },
      },
      {
        name: 'district',
        value: 'CODE',
        says: { zh: '区划代码（不写用项目文件的 district）', en: 'district code (else district of the project file)' },
      },
      lang,
      {
        name: 'format',
        value: 'text|json|html|ics|xlsx|mspdi',
        choices: ['text', 'json', 'html', 'ics', 'xlsx', 'mspdi'],
        says: {
          zh: '写成什么（不写看 -o 的扩展名，再没有则为文字）',
          en: 'what to write (else by the extension of -o, else text)',
        },
      },
      {
        name: 'output',
        short: 'o',
        value: 'FILE',
        says: { zh: '写入文件，而不是屏幕', en: 'write to a file instead of the screen' },
      },
      catalogue,
    ],
    examples: [
      'kaigong plan examples/battery-plant-4.1.yaml',
      'kaigong plan examples/battery-plant-4.1.yaml --land-day 2022-08-01 --lang en',
      'kaigong plan examples/battery-plant-4.1.yaml -o plan.html',
    ],
    load: async () => (await import('../plan/planCommand.ts')).planCommand,
  },
  {
    name: 'catalogue check',
    says: { zh: '检查事项目录，逐条指出错在哪行', en: 'check the catalogue, each fault with its line' },
    operands: [
      {
        name: 'DIR',
        count: 'optional',
        says: { zh: '目录文件夹（不写为随程序带的）', en: 'folder of the catalogue (the one that comes along)' },
      },
    ],
    options: [lang, textOrJson],
    examples: ['kaigong catalogue check'],
    load: async () => (await import('../catalogue/checkCommand.ts')).checkCommand,
  },
  {
    name: 'catalogue show',
    says: {
      zh: '读一个事项的全部内容；facts、gates、edges、matters 看全部属性、闸门、先后、事项',
      en: 'read everything about a matter; facts, gates, edges or matters lists those',
    },
    operands: [
      {
        name: 'ID',
        says: {
          zh: '事项编号，或 facts、gates、edges、matters',
          en: 'id of a matter, or facts, gates, edges, matters',
        },
      },
    ],
    options: [lang, textOrJson, catalogue],
    examples: ['kaigong catalogue show A05', 'kaigong catalogue show facts'],
    load: async () => (await import('../catalogue/showCommand.ts')).showCommand,
  },
  {
    name: 'catalogue diff',
    says: {
      zh: '比较两版目录：减了、增了哪些事项、材料、时限',
      en: 'compare two catalogues: matters, materials and days removed and added',
    },
    operands: [
      folder('OLD', '旧版文件夹', 'folder of the old one'),
      folder('NEW', '新版文件夹', 'folder of the new one'),
    ],
    options: [lang, textOrJson],
    examples: ['kaigong catalogue diff old/catalogue catalogue'],
    load: async () => (await import('../catalogue/diffCommand.ts')).diffCommand,
  },
  {
    name: 'catalogue schema',
    says: {
      zh: '写出各类文件的 JSON Schema，供编辑器补全与检查',
      en: 'write the JSON Schemas by which editors complete and check the files',
    },
    operands: [
      {
        name: 'DIR',
        count: 'optional',
        says: { zh: '目录文件夹（不写为随程序带的）', en: 'folder of the catalogue (the one that comes along)' },
      },
    ],
    options: [lang, textOrJson],
    examples: ['kaigong catalogue schema'],
    load: async () => (await import('../catalogue/schemaCommand.ts')).schemaCommand,
  },
  {
    name: 'calendar add',
    says: {
      zh: '某日之后（负数为之前）第 N 个工作日，起算日不计',
      en: 'the N-th working day after a day (before it when negative); the day itself does not count',
    },
    operands: [
      folder('DATE', '起算日', 'the day to start from'),
      folder('N', '工作日数，可为负', 'working days, may be negative'),
    ],
    options: [lang, textOrJson, catalogue],
    examples: ['kaigong calendar add 2022-09-30 3', 'kaigong calendar add 2022-10-10 -3'],
    load: async () => (await import('../calendar/addCommand.ts')).addCommand,
  },
  {
    name: 'calendar count',
    says: {
      zh: '两日之间的工作日数，首日不计、末日计入',
      en: 'working days between two days, the first not counted, the last counted',
    },
    operands: [
      folder('A', '首日（不计）', 'the first day (not counted)'),
      folder('B', '末日（计入）', 'the last day (counted)'),
    ],
    options: [lang, textOrJson, catalogue],
    examples: ['kaigong calendar count 2022-09-09 2022-09-20'],
    load: async () => (await import('../calendar/countCommand.ts')).countCommand,
  },
  {
    name: 'calendar show',
    says: {
      zh: '一年的月历，标出放假与调休上班，附放假通知',
      en: 'the months of a year with days off and working weekends, and the notice that set them',
    },
    operands: [folder('YEAR', '年份', 'the year')],
    options: [lang, textOrJson, catalogue],
    examples: ['kaigong calendar show 2022'],
    load: async () => (await import('../calendar/showCommand.ts')).showCommand,
  },
  {
    name: 'law-change',
    says: {
      zh: '换一版目录（法规、承诺或日历），哪些项目的方案会变、怎样变',
      en: 'which plans a new catalogue (law, promise or calendar) changes, and how',
    },
    operands: [
      folder('OLD', '旧版文件夹', 'folder of the old catalogue'),
      folder('NEW', '新版文件夹', 'folder of the new one'),
      { name: 'PROJECT.yaml', count: 'several', says: { zh: '项目文件', en: 'the project files' } },
    ],
    options: [lang, textOrJson],
    examples: ['kaigong law-change old/catalogue catalogue examples/*.yaml'],
    load: async () => (await import('../lawChange/lawChangeCommand.ts')).lawChangeCommand,
  },
  {
    name: 'schedule',
    says: {
      zh: '为一个资源受限的排程问题求最短工期：PSPLIB、Patterson、ProGen/max、RCMP 或 JSON',
      en: 'solve a resource-constrained scheduling problem: PSPLIB, Patterson, ProGen/max, RCMP or JSON',
    },
    operands: [
      folder('FILE', '问题文件（.sm .mm .rcp .sch .rcmp .json）', 'the problem (.sm .mm .rcp .sch .rcmp .json)'),
    ],
    options: [
      {
        name: 'seconds',
        value: 'S',
        says: { zh: '最多用多少秒（两种限度都不写为 10）', en: 'seconds at most (10 where no limit is given)' },
      },
      {
        name: 'schedules',
        value: 'N',
        says: {
          zh: '最多多少步：同一种子、同一步数在任何机器上得同一结果',
          en: 'steps at most: the same seed and number give the same answer on any machine',
        },
      },
      { name: 'seed', value: 'K', says: { zh: '随机种子（不写为 1）', en: 'seed of chance (1 unless said)' } },
      {
        name: 'threads',
        value: 'T',
        says: {
          zh: '线程数，各用一个种子，取最好（不写为 1）',
          en: 'threads, each with its own seed; the best counts (1 unless said)',
        },
      },
      {
        name: 'check',
        value: 'SOLUTION.json',
        says: { zh: '不求解，只核验这份排程', en: 'do not solve: check this schedule' },
      },
      lang,
      {
        name: 'format',
        value: 'text|json|html|csv',
        choices: ['text', 'json', 'html', 'csv'],
        says: { zh: '写成什么（不写为文字）', en: 'what to write (text unless said)' },
      },
      {
        name: 'output',
        short: 'o',
        value: 'FILE',
        says: { zh: '写入文件，而不是屏幕', en: 'write to a file instead of the screen' },
      },
    ],
    examples: [
      'kaigong schedule bench/instances/j30/j301_1.sm',
      'kaigong schedule bench/instances/j60/j605_1.sm --schedules 50000 --seed 7 --format json',
    ],
    load: async () => (await import('../schedule/scheduleCommand.ts')).scheduleCommand,
  },
  {
    name: 'serve',
    says: {
      zh: '运行服务：数据库、接口、网页、后台任务（设置见 docs/settings.md）',
      en: 'run the server: database, HTTP, web, jobs (settings: docs/settings.md)',
    },
    operands: [],
    options: [
      lang,
      {
        name: 'port',
        value: 'PORT',
        says: {
          zh: 'HTTP 端口（不写用 KAIGONG_PORT，再没有则 8620）',
          en: 'port of HTTP (else KAIGONG_PORT, else 8620)',
        },
      },
      {
        name: 'demo',
        value: 'yes|no',
        choices: ['yes', 'no'],
        says: { zh: '演示模式：虚构的两个区和演示身份', en: 'demonstration: two invented districts and personas' },
      },
    ],
    examples: ['kaigong serve --demo yes', 'kaigong serve --port 9000'],
    load: async () => (await import('../server/serveCommand.ts')).serveCommand,
  },
  {
    name: 'migrate',
    says: { zh: '把数据库结构更新到本版本（只前进）', en: 'bring the database up to this version (forward only)' },
    operands: [],
    options: [lang],
    examples: ['kaigong migrate'],
    load: async () => (await import('../server/migrateCommand.ts')).migrateCommand,
  },
  {
    name: 'verify',
    says: {
      zh: '核验全部留痕：逐条核对哈希与签名，指出第一处改动、缺失、错序或截断',
      en: 'walk the whole trail: every hash and signature; names the first event altered, missing, reordered or cut off',
    },
    operands: [],
    options: [lang, textOrJson],
    examples: ['kaigong verify'],
    load: async () => (await import('../server/verifyCommand.ts')).verifyCommand,
  },
  {
    name: 'verify-certificate',
    says: {
      zh: '离线核验一份证照 PDF：谁在何时签章、证号、签章之后有没有改动',
      en: 'check a certificate (PDF) offline: who sealed it and when, its number, whether it was altered since',
    },
    operands: [folder('FILE', '证照文件（PDF）', 'the certificate (PDF)')],
    options: [
      {
        name: 'trust',
        value: 'CERT.pem',
        says: {
          zh: '签发机关的签章证书（一个或多个，PEM；服务的 /api/v1/seals/区划代码 可下载）：不是它签的不予采信',
          en: 'certificates of the agency’s seals, as PEM (a server hands them out at /api/v1/seals/CODE): what they did not sign is not believed',
        },
      },
      lang,
      textOrJson,
    ],
    examples: ['kaigong verify-certificate 建设工程规划许可证.pdf --trust 320413-seals.pem'],
    load: async () => (await import('../certificate/verifyCertificateCommand.ts')).verifyCertificateCommand,
  },
]
