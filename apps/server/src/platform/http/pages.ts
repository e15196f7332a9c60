import { type Contract, contracts, type RefusalCode, refusals } from '@kaigong/contract'
import { API } from './app.ts'

const escaped = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)

const page = (title: string, body: string): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>body{font:16px/1.6 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1f2933}code{background:#eef1f4;padding:.1em .3em}
h3{margin:1.6em 0 .2em}table{border-collapse:collapse}td,th{border:1px solid #c5ccd3;padding:.2em .5em;text-align:left;vertical-align:top}a{color:#0b57a4}</style>
</head><body>${body}</body></html>`

/** All operations by capability: what each is for, who may, what may be refused. */
export function docsPage(): string {
  const groups = Object.entries(contracts).map(([capability, group]) => {
    const operations = (Object.entries(group) as [string, Contract][]).map(([name, contract]) =>
      operation(`${capability}.${name}`, contract),
    )
    return `<h2 id="${capability}">${capability}</h2>${operations.join('')}`
  })
  const toc = Object.keys(contracts).map((name) => `<a href="#${name}">${name}</a>`)
  return page(
    'Kaigong API',
    `<h1>开工 Kaigong · 接口 API</h1><p>OpenAPI 3.1: <a href="/api/openapi.json">/api/openapi.json</a></p><p>${toc.join(' · ')}</p>${groups.join('')}`,
  )
}

function operation(id: string, { method, path, summary, may, ifMatch, refusals: own = [] }: Contract): string {
  const refused = own.map((code) => `<a href="/problems/${code}"><code>${code}</code></a>`)
  return `<h3 id="${id}"><code>${method} ${escaped(API + path)}</code></h3>
<p>${escaped(summary.zh)} · ${escaped(summary.en)}<br>权限 right: <code>${may}</code>${ifMatch ? ' · <code>If-Match</code>' : ''}${refused.length > 0 ? `<br>可能拒绝 may refuse: ${refused.join(' ')}` : ''}</p>`
}

/** What a problem means and what to do; undefined for a code that there is not. */
export function problemPage(code: string): string | undefined {
  if (!Object.hasOwn(refusals, code)) return undefined
  const { status, title, todo } = refusals[code as RefusalCode]
  return page(
    `${title.zh} · ${title.en}`,
    `<h1>${escaped(title.zh)}</h1><p>${escaped(todo.zh)}</p><h1 lang="en">${escaped(title.en)}</h1><p lang="en">${escaped(todo.en)}</p><p><code>${code}</code> · ${status}</p>`,
  )
}
