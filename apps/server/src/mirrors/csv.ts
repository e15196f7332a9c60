/**
 * Lines and fields of a CSV text as RFC 4180 has them: commas, quotes doubled within quotes, line breaks within quotes, CRLF or LF.
 * @returns undefined where a quote is never closed.
 */
export function readCsv(text: string): readonly (readonly string[])[] | undefined {
  const lines: string[][] = []
  let line: string[] = []
  let field = ''
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const c = text[i]
    if (quoted) {
      if (c !== '"') field += c
      else if (text[i + 1] === '"') field += text[i++]
      else quoted = false
    } else if (c === '"' && field === '') quoted = true
    else if (c === ',') {
      line.push(field)
      field = ''
    } else if (c === '\n') {
      lines.push([...line, field.replace(/\r$/, '')])
      line = []
      field = ''
    } else field += c
  }
  if (quoted) return undefined
  if (field !== '' || line.length > 0) lines.push([...line, field])
  return lines.filter((fields) => fields.some((one) => one.trim() !== ''))
}
