import type { Catalogue } from './catalogue.ts'
import { checkPoint } from './checkPoint.ts'
import type { EdgePoint } from './edge.ts'
import { readFactValue } from './factValue.ts'
import type { Path } from './place.ts'
import type { Say } from './say.ts'
import { checkId } from './unknownId.ts'

/** The frame files of `national/`: law versions that overlap, facts that contradict themselves, matters and points that do not exist. */
export function checkNational(catalogue: Catalogue, say: Say) {
  checkLawVersions(catalogue, say)
  checkFacts(catalogue, say)
  checkNamedMatters(catalogue, say)
}

const EVER = '9999-12-31'

function checkLawVersions({ laws }: Catalogue, say: Say) {
  laws.forEach((law, i) => {
    law.versions.forEach(({ version, effectiveFrom: from = '', effectiveTo: to = EVER }, j) => {
      const tell = (zh: string, en: string) => say('national/laws.yaml', [i, 'versions', j], zh, en)
      if (from > to) tell(`${law.id} ${version} 的施行期首尾颠倒`, `${law.id} ${version} ends before it begins`)
      for (const other of law.versions.slice(0, j)) {
        if (from > (other.effectiveTo ?? EVER) || (other.effectiveFrom ?? '') > to) continue
        tell(
          `${law.id} 的版本 ${version} 与 ${other.version} 施行期重叠`,
          `versions ${version} and ${other.version} of ${law.id} overlap`,
        )
      }
    })
  })
}

function checkFacts({ facts }: Catalogue, say: Say) {
  facts.forEach((fact, i) => {
    const tell = (path: Path, zh: string, en: string) => say('national/facts.yaml', [i, ...path], zh, en)
    const needsChoices = fact.type === 'choice' || fact.type === 'choices'
    if (needsChoices !== (fact.choices !== undefined)) {
      tell(
        [],
        `${fact.id}：只有选择型属性要写 choices，且必须写`,
        `${fact.id}: choices belong to facts of type choice(s), and only there`,
      )
    } else if (!isPattern(fact.pattern)) {
      tell(['pattern'], `${fact.id}：pattern 不是正则表达式`, `${fact.id}: the pattern is no regular expression`)
    } else if (fact.assumedWhenUnknown) {
      const read = readFactValue(fact, fact.assumedWhenUnknown.value)
      if ('wrong' in read) tell(['assumedWhenUnknown', 'value'], read.wrong.zh, read.wrong.en)
    }
  })
}

function isPattern(pattern: string | undefined): boolean {
  try {
    return pattern === undefined || new RegExp(pattern, 'u') !== undefined
  } catch {
    return false
  }
}

function checkNamedMatters(catalogue: Catalogue, say: Say) {
  const matters = new Map(catalogue.matters.map((m) => [m.id, m]))
  const all = [...matters.keys()]
  const named = (file: string, path: Path, ids: readonly string[]) => {
    ids.forEach((id, i) => checkId(say, file, [...path, i], 'matter', id, all))
  }
  const point = (file: string, at: Path, p: { readonly matter: string; readonly point: EdgePoint }) =>
    checkPoint(matters, file, { matter: [...at, 'matter'], point: [...at, 'point'] }, p.matter, p.point, say)
  const { landDay, conversion, tolerance, simultaneities } = catalogue
  landDay.bases.forEach((b, i) => point('national/land-day.yaml', ['bases', i], b))
  landDay.certificates.forEach((c, i) =>
    checkId(say, 'national/land-day.yaml', ['certificates', i, 'matter'], 'matter', c.matter, all),
  )
  landDay.steps.forEach((s, i) => named('national/land-day.yaml', ['steps', i, 'matters'], s.matters))
  landDay.dayTable.forEach((d, i) => named('national/land-day.yaml', ['dayTable', i, 'matters'], d.matters))
  conversion.invariants.forEach((inv, i) => {
    point('national/conversion.yaml', ['invariants', i, 'later'], inv.later)
    inv.earlier.forEach((e, j) => point('national/conversion.yaml', ['invariants', i, 'earlier', j], e))
  })
  tolerance.rules.forEach((r, i) => named('national/tolerance.yaml', ['rules', i, 'matters'], r.matters ?? []))
  tolerance.neverDeferrable.forEach((n, i) => {
    checkId(say, 'national/tolerance.yaml', ['neverDeferrable', i, 'issuedBy'], 'matter', n.issuedBy, all)
    named('national/tolerance.yaml', ['neverDeferrable', i, 'for'], n.for)
  })
  simultaneities.forEach((s, i) => {
    for (const when of ['design', 'construction', 'use'] as const)
      named('national/three-simultaneities.yaml', [i, when], s[when])
  })
}
