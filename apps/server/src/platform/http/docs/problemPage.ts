import { type RefusalCode, refusals } from '@kaigong/contract'
import { escaped, page } from './page.ts'

/** What a problem means and what to do; undefined for a code that there is not. */
export function problemPage(code: string): string | undefined {
  if (!Object.hasOwn(refusals, code)) return undefined
  const { status, title, todo } = refusals[code as RefusalCode]
  return page(
    `${title.zh} · ${title.en}`,
    `<h1>${escaped(title.zh)}</h1><p>${escaped(todo.zh)}</p><h1 lang="en">${escaped(title.en)}</h1><p lang="en">${escaped(todo.en)}</p><p class="quiet"><code>${code}</code> · HTTP ${status} · <a href="/api/docs">/api/docs</a></p>`,
  )
}
