import { type Child, html } from '../html/markup.ts'
import type { Lang, Text } from '../words.ts'

/** What the index of a case's file says. Names of papers are their paths in the archive. */
export type CaseFile = {
  readonly number: string
  readonly matter: Text
  readonly project: string
  readonly company: string | null
  readonly agency: Text
  readonly stage: Text
  readonly receivedOn: string
  readonly madeAt: string
  readonly history: readonly {
    readonly on: string
    readonly says: Text
    readonly by: string | null
    readonly document: Text | null
    readonly attached: readonly { readonly name: Text; readonly reference: string }[]
  }[]
  readonly papers: readonly { readonly path: string; readonly size: number; readonly sha256: string }[]
  readonly synthetic: boolean
}

const words = {
  title: { zh: '案卷目录', en: 'Index of the case file' },
  number: { zh: '办件号', en: 'Case number' },
  project: { zh: '项目', en: 'Project' },
  company: { zh: '申请人', en: 'Applicant' },
  agency: { zh: '承办部门', en: 'Agency in charge' },
  stage: { zh: '状态', en: 'Stage' },
  received: { zh: '收件日', en: 'Received' },
  made: { zh: '制作时间', en: 'Made' },
  history: { zh: '办理经过', en: 'What happened' },
  papers: { zh: '卷内文件', en: 'Papers' },
  bytes: { zh: '字节', en: 'bytes' },
  check: {
    zh: '核对：在解压后的文件夹中运行 sha256sum -c SHA256SUMS。',
    en: 'To check: run sha256sum -c SHA256SUMS in the unpacked folder.',
  },
  synthetic: { zh: '演示数据，虚构。', en: 'Demonstration: invented.' },
} as const satisfies Readonly<Record<string, Text>>

/** The index of a case's file (案卷目录) as a page that needs nothing else and prints on A4. */
export function toCaseFileHtml(file: CaseFile, lang: Lang): string {
  const say = (text: Text) => text[lang]
  const facts: readonly (readonly [Text, string])[] = [
    [words.number, file.number],
    [words.project, file.project],
    [words.company, file.company ?? '—'],
    [words.agency, say(file.agency)],
    [words.stage, say(file.stage)],
    [words.received, file.receivedOn],
    [words.made, file.madeAt],
  ]
  const row = (...cells: readonly Child[]) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`
  const page = html`<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><title>${say(words.title)} ${file.number}</title>
<style>body{font:14px/1.6 "Noto Sans SC","Microsoft YaHei",sans-serif;max-width:180mm;margin:12mm auto}table{width:100%;border-collapse:collapse}
td,th{border:1px solid #999;padding:4px 8px;text-align:left;vertical-align:top}code{overflow-wrap:anywhere;font-size:12px}@page{size:A4;margin:15mm}</style></head>
<body><h1>${say(words.title)}</h1><h2>${say(file.matter)}</h2>${file.synthetic ? html`<p>${say(words.synthetic)}</p>` : ''}
<table>${facts.map(([name, value]) => html`<tr><th>${say(name)}</th><td>${value}</td></tr>`)}</table>
<h2>${say(words.history)}</h2><table>${file.history.map(({ on, says, by, document, attached }, i) =>
    row(
      i + 1,
      on,
      [
        say(says),
        document === null ? '' : html`<br>${say(document)}`,
        attached.map(({ name, reference }) => html`<br>${say(name)}: ${reference}`),
      ],
      by ?? '',
    ),
  )}</table>
<h2>${say(words.papers)}</h2><table>${file.papers.map(({ path, size, sha256 }, i) =>
    row(i + 1, path, `${size} ${say(words.bytes)}`, html`<code>${sha256}</code>`),
  )}</table><p>${say(words.check)}</p></body></html>
`
  return page.markup
}
