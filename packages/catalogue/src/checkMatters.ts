import { mattersOf } from './applicability.ts'
import type { Catalogue } from './catalogue.ts'
import type { Condition } from './condition.ts'
import type { Matter } from './matter.ts'
import { nearest } from './nearest.ts'
import type { Path } from './place.ts'
import type { Say } from './say.ts'

type MatterFile = { readonly path: string; readonly value: Matter }

/** Everything in a matter's file that points elsewhere: laws, facts, authorities, variants, materials, other matters. */
export function checkMatters(catalogue: Catalogue, files: readonly MatterFile[], say: Say) {
  const seen = new Map<string, string>()
  const materials = new Map<string, string>()
  for (const { path, value: matter } of files) {
    const other = seen.get(matter.id)
    if (other)
      say(path, ['id'], `事项编号 ${matter.id} 已用于 ${other}`, `matter id ${matter.id} is already used in ${other}`)
    seen.set(matter.id, path)
    matter.materials.forEach((m, i) => {
      if (materials.has(m.id))
        say(path, ['materials', i, 'id'], `材料编号 ${m.id} 重复`, `material id ${m.id} stands twice`)
      materials.set(m.id, path)
    })
    checkNames(catalogue, matter, path, say)
    checkTolerance(catalogue, matter, path, say)
    walk(matter, [], (node, at) => checkNode(catalogue, node, at, path, say))
  }
  checkCircles(files, say)
}

function checkNames(catalogue: Catalogue, matter: Matter, file: string, say: Say) {
  const unknown = (at: Path, zh: string, en: string, id: string, ids: readonly string[]) => {
    if (ids.includes(id)) return
    const near = nearest(id, ids)
    say(
      file,
      at,
      `${zh}“${id}”不存在${near ? `，是否想写 ${near}？` : ''}`,
      `${en} "${id}" does not exist${near ? `; did you mean ${near}?` : ''}`,
    )
  }
  const authorities = catalogue.authorities.map((a) => a.id)
  unknown(['authority'], '主管', 'authority', matter.authority, authorities)
  const variants = (matter.variants ?? []).map((v) => v.id)
  matter.variants?.forEach((v, i) => {
    if (v.authority !== undefined) unknown(['variants', i, 'authority'], '主管', 'authority', v.authority, authorities)
  })
  const variantOf = (list: readonly { variant?: string | undefined }[] | undefined, key: string) => {
    list?.forEach((x, i) => {
      if (x.variant !== undefined) unknown([key, i, 'variant'], '情形', 'variant', x.variant, variants)
    })
  }
  variantOf(matter.limits, 'limits')
  variantOf(matter.samplePromises, 'samplePromises')
  variantOf(matter.preparation, 'preparation')
  variantOf(matter.materials, 'materials')
  variantOf(matter.specialProcedures, 'specialProcedures')
  const kinds = catalogue.specialProcedures.map((s) => s.id)
  const procedures = (matter.specialProcedures ?? []).map((s) => s.id)
  matter.specialProcedures?.forEach((s, i) => {
    unknown(['specialProcedures', i, 'kind'], '特别程序', 'special procedure', s.kind, kinds)
    // Only earlier ones, so that procedures cannot wait for one another in a circle.
    s.after?.forEach((id, j) =>
      unknown(['specialProcedures', i, 'after', j], '特别程序', 'special procedure', id, procedures.slice(0, i)),
    )
  })
  const steps = (matter.steps ?? []).map((s) => s.id)
  matter.steps?.forEach((s, i) => {
    s.after?.forEach((id, j) => unknown(['steps', i, 'after', j], '环节', 'step', id, steps.slice(0, i)))
    if (s.durationFact !== undefined) {
      unknown(
        ['steps', i, 'durationFact'],
        '项目属性',
        'fact',
        s.durationFact,
        catalogue.facts.filter((f) => f.type === 'integer').map((f) => f.id),
      )
    }
  })
  const exempt = matter.tracks.exempt
  if (exempt)
    unknown(
      ['tracks', 'exempt', 'assessment'],
      '区域评估',
      'regional assessment',
      exempt.assessment,
      catalogue.assessments.map((a) => a.id),
    )
  const ids = catalogue.matters.map((m) => m.id)
  matter.materials.forEach((m, i) => {
    if (m.issuedBy !== undefined) unknown(['materials', i, 'issuedBy'], '事项', 'matter', m.issuedBy, ids)
  })
}

/** What the law makes a condition of issue is never deferrable (domain 2.4). */
function checkTolerance({ tolerance }: Catalogue, matter: Matter, file: string, say: Say) {
  matter.materials.forEach((m, i) => {
    const rule = tolerance.neverDeferrable.find((n) => n.issuedBy === m.issuedBy && n.for.includes(matter.id))
    if (m.necessity === 'deferrable' && rule) {
      say(
        file,
        ['materials', i, 'necessity'],
        `${m.name.zh}不可容缺：${rule.says.zh}`,
        `${m.name.en} can never be deferred: ${rule.says.en}`,
      )
    }
  })
}

function walk(node: unknown, at: Path, visit: (node: Record<string, unknown>, at: Path) => void) {
  if (Array.isArray(node)) node.forEach((x, i) => walk(x, [...at, i], visit))
  else if (typeof node === 'object' && node !== null) {
    visit(node as Record<string, unknown>, at)
    for (const [key, value] of Object.entries(node)) walk(value, [...at, key], visit)
  }
}

/** Leaves of conditions and of sources, wherever in the file they stand. */
function checkNode(catalogue: Catalogue, node: Record<string, unknown>, at: Path, file: string, say: Say) {
  if (typeof node.law === 'string') {
    const { law } = node
    if (!catalogue.laws.some((l) => l.id === law)) {
      const near = nearest(
        law,
        catalogue.laws.map((l) => l.id),
      )
      say(
        file,
        [...at, 'law'],
        `法规“${law}”未登记${near ? `，是否想写 ${near}？` : ''}（national/laws.yaml）`,
        `law "${law}" is not registered${near ? `; did you mean ${near}?` : ''} (national/laws.yaml)`,
      )
    }
  }
  if (typeof node.fact === 'string')
    checkComparison(catalogue, node as Extract<Condition, { fact: string }>, at, file, say)
  if (typeof node.assessed === 'string' && !catalogue.assessments.some((a) => a.id === node.assessed)) {
    say(file, at, `区域评估“${node.assessed}”不存在`, `regional assessment "${node.assessed}" does not exist`)
  }
  if (typeof node.applies === 'string') {
    const other = catalogue.matters.find((m) => m.id === node.applies)
    if (!other) say(file, at, `事项“${node.applies}”不存在`, `matter "${node.applies}" does not exist`)
    else if (typeof node.variant === 'string' && !other.variants?.some((v) => v.id === node.variant)) {
      say(file, at, `${other.id} 没有情形“${node.variant}”`, `${other.id} has no variant "${node.variant}"`)
    }
  }
}

export function checkComparison(
  catalogue: Catalogue,
  c: Extract<Condition, { fact: string }>,
  at: Path,
  file: string,
  say: Say,
) {
  const fact = catalogue.facts.find((f) => f.id === c.fact)
  if (!fact) {
    const near = nearest(
      c.fact,
      catalogue.facts.map((f) => f.id),
    )
    say(
      file,
      [...at, 'fact'],
      `项目属性“${c.fact}”不存在${near ? `，是否想写 ${near}？` : ''}`,
      `fact "${c.fact}" does not exist${near ? `; did you mean ${near}?` : ''}`,
    )
    return
  }
  const numeric = [c.atLeast, c.above, c.atMost, c.below].some((x) => x !== undefined)
  const chosen = [
    ...(typeof c.is === 'string' ? [c.is] : []),
    ...(c.in ?? []),
    ...(c.includes !== undefined ? [c.includes] : []),
  ]
  if (numeric && fact.type !== 'number' && fact.type !== 'integer') {
    say(file, at, `${c.fact} 不是数字，不能比大小`, `${c.fact} is no number and cannot be compared`)
  }
  if (typeof c.is === 'boolean' && fact.type !== 'boolean')
    say(file, at, `${c.fact} 不是是非题`, `${c.fact} is not a yes-or-no fact`)
  for (const choice of chosen) {
    if (fact.choices && !Object.hasOwn(fact.choices, choice)) {
      say(
        file,
        at,
        `${c.fact} 没有选项“${choice}”；可用：${Object.keys(fact.choices).join('、')}`,
        `${c.fact} has no choice "${choice}"; accepted: ${Object.keys(fact.choices).join(', ')}`,
      )
    }
  }
}

/** Matters whose applicability asks for one another in a circle. */
function checkCircles(files: readonly MatterFile[], say: Say) {
  const refers = new Map(
    files.map(({ value: m }) => [
      m.id,
      [...m.applies.map((r) => r.when), ...(m.variants ?? []).map((v) => v.when)]
        .flatMap(mattersOf)
        .filter((id) => id !== m.id),
    ]),
  )
  const done = new Set<string>()
  const visit = (id: string, trail: readonly string[]) => {
    const at = trail.indexOf(id)
    if (at >= 0) {
      const circle = [...trail.slice(at), id].join(' → ')
      const file = files.find((f) => f.value.id === id)?.path ?? ''
      say(
        file,
        ['applies'],
        `适用规则互相引用成环：${circle}`,
        `applicability rules refer to one another in a circle: ${circle}`,
      )
      return
    }
    if (done.has(id)) return
    for (const next of refers.get(id) ?? []) visit(next, [...trail, id])
    done.add(id)
  }
  for (const id of refers.keys()) visit(id, [])
}
