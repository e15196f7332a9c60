import { type RefusalCode, refusals } from '@kaigong/contract'
import { API } from '../app.ts'
import { capabilities } from '../openapi/document.ts'
import type { Json } from '../openapi/schemas.ts'
import { notation } from './notation.ts'
import { both, escaped, page } from './page.ts'

type Operation = {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly summary: string
  readonly 'x-right'?: string
  readonly parameters: readonly (Json & { readonly name: string; readonly in: string; readonly schema: Json })[]
  readonly requestBody?: { readonly content: Content }
  readonly responses: Readonly<Record<string, Answer>>
}
type Answer = { readonly content?: Content; readonly 'x-refusals'?: readonly RefusalCode[] }
type Content = Readonly<Record<string, { readonly schema?: Json }>>

/** All operations by capability, each at an address of its own: what it is for, who may, what goes in and out, what may be refused. */
export function docsPage(document: Json): string {
  const operations = Object.entries(
    document.paths as Readonly<Record<string, Readonly<Record<string, Operation>>>>,
  ).flatMap(([path, item]) => Object.entries(item).map(([method, operation]) => ({ method, path, operation })))
  const groups = Object.entries(capabilities).map(([name, title]) => {
    const own = operations.filter(({ operation }) => operation.tags[0] === name)
    return `<section><h2 id="${name}"><a href="#${name}">${both(title)}</a></h2>${own.map(shown).join('')}</section>`
  })
  const { schemas } = document.components as { readonly schemas: Readonly<Record<string, Json>> }
  const named = Object.entries(schemas).map(
    ([name, schema]) =>
      `<article><h3 id="schema.${name}"><a href="#schema.${name}">${name}</a></h3>${notation(schema)}</article>`,
  )
  const toc = Object.entries(capabilities).map(([name, title]) => `<a href="#${name}">${both(title)}</a>`)
  return page(
    '开工接口 Kaigong API',
    [
      '<h1>开工接口 <span lang="en">Kaigong API</span></h1>',
      `<p>${both({ zh: '完整说明（OpenAPI 3.1）：', en: 'The whole description (OpenAPI 3.1):' })} <a href="/api/openapi.json">/api/openapi.json</a></p>`,
      `<p>${toc.join(' · ')} · <a href="#schemas">${both({ zh: '数据结构', en: 'Schemas' })}</a></p>`,
      '<header><input type="search" id="find" placeholder="查找：地址、名称、权限、拒绝代码 · Find an address, name, right or refusal" aria-label="查找 Find" autocomplete="off"></header>',
      ...groups,
      `<section><h2 id="schemas"><a href="#schemas">${both({ zh: '数据结构', en: 'Schemas' })}</a></h2>${named.join('')}</section>`,
      '<script src="/api/docs.js" defer></script>',
    ].join('\n'),
  )
}

function shown({ method, path, operation }: { method: string; path: string; operation: Operation }): string {
  const { operationId: id, summary, parameters, requestBody, responses } = operation
  const [zh = '', en = ''] = summary.split(' · ')
  const right = operation['x-right']
  const may = right ? `<code>${right}</code>` : both({ zh: '无需登录', en: 'anyone' })
  return `<article><h3 id="${id}"><a href="#${id}"><code>${method.toUpperCase()} ${escaped(path.replace(API, ''))}</code></a> ${both({ zh, en })}</h3>
<p class="quiet">${id} · ${both({ zh: '权限', en: 'right' })} ${may}</p>
${details({ zh: '参数', en: 'Parameters' }, parameters.map(parameter))}
${details({ zh: '提交', en: 'Body' }, contents(requestBody?.content))}
${Object.entries(responses).map(answer).join('')}</article>`
}

const parameter = ({ name, in: where, required, schema, description }: Operation['parameters'][number]): string =>
  `<code>${escaped(name)}</code>${required === true ? '' : '?'} <span class="quiet">${where}</span>: ${notation(schema)}${
    typeof description === 'string' ? ` <span class="quiet">${escaped(description)}</span>` : ''
  }`

function answer([status, { content, 'x-refusals': codes }]: [string, Answer]): string {
  if (status === 'default') return ''
  if (!codes) return details({ zh: `答复 ${status}`, en: `Answer ${status}` }, contents(content))
  const lines = codes.map(
    (code) => `<a href="/problems/${code}"><code>${code}</code></a> ${both(refusals[code].title)}`,
  )
  return details({ zh: `拒绝 ${status}`, en: `Refused ${status}` }, lines)
}

const contents = (content: Content | undefined): readonly string[] =>
  Object.entries(content ?? {}).map(([type, { schema }]) =>
    schema ? notation(schema) : `<code>${escaped(type)}</code>`,
  )

const details = (title: { readonly zh: string; readonly en: string }, lines: readonly string[]): string =>
  lines.length === 0
    ? ''
    : `<details><summary>${both(title)}</summary><ul>${lines.map((l) => `<li>${l}</li>`).join('')}</ul></details>`
