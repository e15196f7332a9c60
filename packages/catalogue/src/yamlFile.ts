import { type Document, isMap, isNode, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml'
import type { z } from 'zod'
import { byPlace, type Fault } from './fault.ts'
import { sayIssue } from './issue.ts'
import type { Path } from './place.ts'
import type { Text } from './source.ts'

/** A file as the caller read it; `path` is what faults name. */
export type TextFile = { readonly path: string; readonly text: string }

/** A YAML file with what it says, and the place in the file of everything that it says. */
export type YamlFile = {
  readonly file: string
  readonly value: unknown
  /** Faults of the YAML itself: nothing else of the file is to be trusted then. */
  readonly faults: readonly Fault[]
  /** A fault at the node that `path` leads to, or at the nearest one above it that exists. */
  readonly fault: (path: Path, message: Text) => Fault
  /** A fault at the key that `path` ends with, for a field that should not be there. */
  readonly faultAtKey: (path: Path, message: Text) => Fault
}

const yamlSays: Record<string, string> = {
  DUPLICATE_KEY: '同一字段写了两次',
  TAB_AS_INDENT: '缩进用了制表符，请改为空格',
  BAD_INDENT: '缩进不对',
  MULTIPLE_DOCS: '一个文件只放一份内容（不要用 --- 分隔）',
  MISSING_CHAR: '缺少符号（引号、括号或冒号）',
}

/** Far deeper than any statement needs, and far from where a reader runs out of stack. */
const DEEPEST = 100

/**
 * Reads YAML 1.2: duplicate keys are faults, `no` stays text, merge keys are off. Aliases (*x) are refused: every statement is
 * written, with its source, where it holds; so no file can refer to itself or grow beyond what it says.
 */
export function parseYaml({ path: file, text }: TextFile): YamlFile {
  const lines = new LineCounter()
  // logLevel: the library would print its warnings instead of returning them.
  const options = { lineCounter: lines, version: '1.2', merge: false, uniqueKeys: true, logLevel: 'error' } as const
  const doc = parseDocument(text, options)
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { file, line: Math.max(1, line), column: Math.max(1, col) }
  }
  const atNode = (node: unknown, message: Text): Fault | undefined =>
    isNode(node) && node.range ? { ...at(node.range[0]), message } : undefined
  const fault = (path: Path, message: Text): Fault => {
    for (let n = path.length; n > 0; n--) {
      const found = atNode(doc.getIn(path.slice(0, n), true), message)
      if (found) return found
    }
    return atNode(doc.contents, message) ?? { ...at(0), message }
  }
  const faultAtKey = (path: Path, message: Text): Fault => {
    const parent = doc.getIn(path.slice(0, -1), true)
    const wanted = String(path.at(-1))
    const pair = isMap(parent) ? parent.items.find((p) => isScalar(p.key) && String(p.key.value) === wanted) : undefined
    return atNode(pair?.key, message) ?? fault(path, message)
  }
  const mistakes = firstCause([...doc.errors, ...doc.warnings]).map((e) => ({
    ...at(e.pos[0]),
    message: sayMistake(e),
  }))
  const faults = mistakes.length > 0 ? mistakes : refused(doc).flatMap((r) => atNode(r.node, r.message) ?? [])
  return { file, value: faults.length > 0 ? undefined : doc.toJS(), faults, fault, faultAtKey }
}

type Mistake = { readonly code: string; readonly message: string; readonly pos: readonly [number, number] }

const STANDS_ALONE = ['DUPLICATE_KEY', 'TAG_RESOLVE_FAILED']

/** A mistake in the structure makes the reader stumble over all that follows: of those only the first is told. */
function firstCause<T extends Mistake>(mistakes: readonly T[]): readonly T[] {
  const [first] = mistakes.filter((m) => !STANDS_ALONE.includes(m.code)).sort((a, b) => a.pos[0] - b.pos[0])
  return mistakes.filter((m) => m === first || STANDS_ALONE.includes(m.code))
}

function sayMistake({ code, message }: Mistake): Text {
  if (message.includes('call stack')) return tooDeep
  const first = message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? ''
  const unclosed = first.startsWith('Flow ') ? '括号没有关上，或其中的行缩进不够' : undefined
  const zh = unclosed ?? yamlSays[code] ?? '此处无法读懂'
  return { zh: `YAML 写法有误：${zh}（${first}）`, en: `YAML mistake: ${first}` }
}

const tooDeep: Text = { zh: 'YAML 嵌套太深', en: 'the YAML is nested too deeply' }

/** The first alias, or the first node below the deepest level. */
function refused(doc: Document): readonly { readonly node: Node; readonly message: Text }[] {
  const found: { node: Node; message: Text }[] = []
  visit(doc, {
    Alias(_, node) {
      const zh = `不支持 YAML 引用（*${node.source}），请把内容直接写在这里`
      found.push({
        node,
        message: { zh, en: `YAML aliases (*${node.source}) are not accepted; write the content here` },
      })
      return visit.BREAK
    },
    Collection(_, node, path) {
      if (path.length <= DEEPEST) return undefined
      found.push({ node, message: tooDeep })
      return visit.BREAK
    },
  })
  return found
}

/** The value of a file if it fits the schema, else each misfit where it stands. */
export function conform<T>(yaml: YamlFile, schema: z.ZodType<T>): { value: T } | { faults: readonly Fault[] } {
  if (yaml.faults.length > 0) return { faults: yaml.faults }
  const result = schema.safeParse(yaml.value)
  if (result.success) return { value: result.data }
  const faults = result.error.issues.flatMap((issue) =>
    sayIssue(issue, yaml.value).map((s) => (s.atKey ? yaml.faultAtKey : yaml.fault)(s.path, s.message)),
  )
  return { faults: faults.sort(byPlace) }
}
