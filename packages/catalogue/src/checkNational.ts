import type { Catalogue } from './catalogue.ts'
import type { Say } from './say.ts'

/** Ids that stand twice, law versions that overlap, and references of the frame files that lead nowhere. */
export function checkNational(catalogue: Catalogue, say: Say) {
  const unique = (file: string, ids: readonly string[]) => {
    ids.forEach((id, i) => {
      if (ids.indexOf(id) !== i) say(file, [i, 'id'], `编号“${id}”重复`, `id "${id}" stands twice`)
    })
  }
  unique(
    'national/laws.yaml',
    catalogue.laws.map((l) => l.id),
  )
  unique(
    'national/facts.yaml',
    catalogue.facts.map((f) => f.id),
  )
  unique(
    'national/authorities.yaml',
    catalogue.authorities.map((a) => a.id),
  )
  unique(
    'national/special-procedures.yaml',
    catalogue.specialProcedures.map((s) => s.id),
  )
  unique(
    'national/regional-assessments.yaml',
    catalogue.assessments.map((a) => a.id),
  )
  unique(
    'national/edges.yaml',
    catalogue.edges.map((e) => e.id),
  )
  unique(
    'national/gates.yaml',
    catalogue.gates.map((g) => g.id),
  )
  checkLawVersions(catalogue, say)
  checkFacts(catalogue, say)
  checkNamedMatters(catalogue, say)
}

function checkLawVersions({ laws }: Catalogue, say: Say) {
  laws.forEach((law, i) => {
    law.versions.forEach((version, j) => {
      const from = version.effectiveFrom ?? ''
      const to = version.effectiveTo ?? '9999-12-31'
      if (from > to)
        say(
          'national/laws.yaml',
          [i, 'versions', j],
          `${law.id} ${version.version} 的施行期首尾颠倒`,
          `${law.id} ${version.version} ends before it begins`,
        )
      law.versions.slice(0, j).forEach((other) => {
        if (from <= (other.effectiveTo ?? '9999-12-31') && (other.effectiveFrom ?? '') <= to) {
          say(
            'national/laws.yaml',
            [i, 'versions', j],
            `${law.id} 的版本 ${version.version} 与 ${other.version} 施行期重叠`,
            `versions ${version.version} and ${other.version} of ${law.id} overlap`,
          )
        }
      })
    })
  })
}

function checkFacts({ facts }: Catalogue, say: Say) {
  facts.forEach((fact, i) => {
    const needsChoices = fact.type === 'choice' || fact.type === 'choices'
    if (needsChoices !== (fact.choices !== undefined)) {
      say(
        'national/facts.yaml',
        [i],
        `${fact.id}：只有选择型属性要写 choices，且必须写`,
        `${fact.id}: choices belong to facts of type choice(s), and only there`,
      )
    }
  })
}

function checkNamedMatters(catalogue: Catalogue, say: Say) {
  const ids = new Set(catalogue.matters.map((m) => m.id))
  const named = (file: string, path: readonly (string | number)[], id: string) => {
    if (!ids.has(id)) say(file, path, `事项“${id}”不存在`, `matter "${id}" does not exist`)
  }
  const { landDay, conversion, tolerance, simultaneities } = catalogue
  landDay.bases.forEach((b, i) => named('national/land-day.yaml', ['bases', i, 'matter'], b.matter))
  landDay.certificates.forEach((c, i) => named('national/land-day.yaml', ['certificates', i, 'matter'], c.matter))
  landDay.steps.forEach((s, i) =>
    s.matters.forEach((m, j) => named('national/land-day.yaml', ['steps', i, 'matters', j], m)),
  )
  landDay.dayTable.forEach((d, i) =>
    d.matters.forEach((m, j) => named('national/land-day.yaml', ['dayTable', i, 'matters', j], m)),
  )
  conversion.invariants.forEach((inv, i) => {
    named('national/conversion.yaml', ['invariants', i, 'later', 'matter'], inv.later.matter)
    inv.earlier.forEach((e, j) =>
      named('national/conversion.yaml', ['invariants', i, 'earlier', j, 'matter'], e.matter),
    )
  })
  tolerance.neverDeferrable.forEach((n, i) => {
    named('national/tolerance.yaml', ['neverDeferrable', i, 'issuedBy'], n.issuedBy)
    n.for.forEach((m, j) => named('national/tolerance.yaml', ['neverDeferrable', i, 'for', j], m))
  })
  simultaneities.forEach((s, i) => {
    for (const when of ['design', 'construction', 'use'] as const) {
      s[when].forEach((m, j) => named('national/three-simultaneities.yaml', [i, when, j], m))
    }
  })
}
