import { isNode, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { byPlace, type Fault } from './fault.ts'
import { sayIssue } from './issue.ts'
import type { Path } from './place.ts'
import type { Text } from './source.ts'

export type TextFile = { readonly path: string; readonly text: string }

/** A YAML file with what it says, and the place in the file of everything that it says. */
export type YamlFile = {
  readonly file: string
  readonly value: unknown
  /** Faults of the YAML itself: nothing else of the file is to be trusted then. */
  readonly faults: readonly Fault[]
  /** A fault at the node that `path` leads to, or at the nearest one above it that exists. */
  readonly fault: (path: Path, message: Text) => Fault
}

const yamlSays: Record<string, string> = {
  DUPLICATE_KEY: '同一字段写了两次',
  TAB_AS_INDENT: '缩进用了制表符，请改为空格',
  BAD_INDENT: '缩进不对',
  MULTIPLE_DOCS: '一个文件只放一份内容（不要用 --- 分隔）',
  MISSING_CHAR: '缺少符号（引号、括号或冒号）',
  BAD_ALIAS: '引用了不存在的锚点',
}

/** Reads YAML 1.2: duplicate keys are faults, `no` stays text, merge keys are off; aliases are bounded. */
export function parseYaml({ path: file, text }: TextFile): YamlFile {
  const lines = new LineCounter()
  const doc = parseDocument(text, { lineCounter: lines, version: '1.2', merge: false, uniqueKeys: true })
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { file, line: Math.max(1, line), column: Math.max(1, col) }
  }
  const faults = [...doc.errors, ...doc.warnings].map((e) => ({
    ...at(e.pos[0]),
    message: {
      zh: `YAML 写法有误：${yamlSays[e.code] ?? '此处无法读懂'}（${firstLine(e.message)}）`,
      en: `YAML mistake: ${firstLine(e.message)}`,
    },
  }))
  const fault = (path: Path, message: Text): Fault => {
    for (let n = path.length; n > 0; n--) {
      const node = doc.getIn(path.slice(0, n), true)
      if (isNode(node) && node.range) return { ...at(node.range[0]), message }
    }
    return { ...at(doc.contents?.range?.[0] ?? 0), message }
  }
  if (faults.length > 0) return { file, value: undefined, faults, fault }
  try {
    return { file, value: doc.toJS({ maxAliasCount: 100 }), faults, fault }
  } catch (error) {
    const message = {
      zh: 'YAML 引用展开过大，请直接写出内容',
      en: `YAML aliases expand too far: ${firstLine(String(error))}`,
    }
    return { file, value: undefined, faults: [{ ...at(0), message }], fault }
  }
}

const firstLine = (message: string) => message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? ''

/** The value of a file if it fits the schema, else each misfit where it stands. */
export function conform<T>(yaml: YamlFile, schema: z.ZodType<T>): { value: T } | { faults: readonly Fault[] } {
  if (yaml.faults.length > 0) return { faults: yaml.faults }
  const result = schema.safeParse(yaml.value)
  if (result.success) return { value: result.data }
  const faults = result.error.issues.flatMap((issue) =>
    sayIssue(issue, yaml.value).map((s) => yaml.fault(s.path, s.message)),
  )
  return { faults: faults.sort(byPlace) }
}
