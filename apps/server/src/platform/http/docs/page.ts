const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export const escaped = (text: string): string => text.replace(/[&<>"]/g, (mark) => marks[mark] ?? mark)

/** Both languages of a sentence, Chinese first. */
export const both = ({ zh, en }: { readonly zh: string; readonly en: string }): string =>
  `${escaped(zh)} <span lang="en">${escaped(en)}</span>`

/** Nothing but what stands on the page itself, and the script that filters it. */
export const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; connect-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

const STYLE = `
:root{color-scheme:light dark;--line:light-dark(#c5ccd3,#46525e);--quiet:light-dark(#52606d,#9aa5b1);--fill:light-dark(#eef1f4,#26303a)}
body{font:16px/1.6 system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif;max-width:64rem;margin:0 auto;padding:1rem}
code{background:var(--fill);padding:.1em .3em;border-radius:.2em;overflow-wrap:anywhere}
h1{line-height:1.3}h2{border-bottom:1px solid var(--line);margin-top:2.5em}h3{margin:1.8em 0 .2em;font-size:1.05rem}
h2,h3{scroll-margin-top:4.5rem}h3 a,h2 a{text-decoration:none}a{color:light-dark(#0b57a4,#7cb8f2)}[lang=en],.quiet{color:var(--quiet)}
header{position:sticky;top:0;background:Canvas;padding:.5rem 0;border-bottom:1px solid var(--line)}
input{font:inherit;width:100%;box-sizing:border-box;padding:.4em .6em;border:1px solid var(--quiet);border-radius:.3em}
ul{margin:.2em 0;padding-left:1.4em}details{margin:.3em 0}summary{cursor:pointer}[hidden]{display:none}
@media print{header{display:none}details::details-content{content-visibility:visible}}
`

/** A page of plain HTML, readable without any other resource. */
export const page = (title: string, body: string): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title><style>${STYLE}</style></head><body>${body}</body></html>
`
