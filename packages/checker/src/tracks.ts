import type { Condition, Text } from '@kaigong/catalogue'
import { assessmentOn } from './assessed.ts'
import { deferrable } from './deferrable.ts'
import { preReviewOf } from './points.ts'
import type { Occurrence, Reading } from './reading.ts'
import { basisOf, matterName } from './says.ts'
import type { Code, Violation } from './violation.ts'

/** A matter takes only a track that the law leaves open to it here. What is done took the track that it took. */
export function tracks(reading: Reading): readonly Violation[] {
  return reading.occurrences
    .filter((o) => o.doneOn === undefined)
    .flatMap((o) => [...open(reading, o), ...late(reading, o)])
}

function open(reading: Reading, o: Occurrence): readonly Violation[] {
  switch (o.said.track) {
    case 'standard':
      return []
    case 'tolerance':
      return tolerance(reading, o)
    case 'commitment':
      return commitment(o)
    case 'preReview':
      return preReview(reading, o)
    case 'exempt':
      return exempt(reading, o)
  }
}

const holds = ({ usual, matter }: Occurrence, rule: { readonly when?: Condition | undefined } | undefined) =>
  rule !== undefined && (rule.when === undefined || usual.condition(rule.when, matter.id).holds === true)

const trusted = ({ answers }: Occurrence) => answers.taken('goodCredit') !== false

function refuse(o: Occurrence, code: Code, why: Text, activities = [o.id]): readonly Violation[] {
  const name = matterName(o)
  return [{ code, message: { zh: `${name.zh}${why.zh}`, en: `${name.en} ${why.en}` }, activities }]
}

function tolerance(reading: Reading, o: Occurrence): readonly Violation[] {
  const ok = holds(o, o.matter.tracks.tolerance) && trusted(o) && deferrable(reading, o).length > 0
  return ok
    ? []
    : refuse(o, 'track.tolerance', {
        zh: '不能容缺受理：须目录允许、有可容缺材料、申请人信用良好',
        en: 'cannot be accepted with tolerance: the catalogue must allow it, some material must be deferrable, the applicant in good standing',
      })
}

function commitment(o: Occurrence): readonly Violation[] {
  const rule = o.matter.tracks.commitment
  const ok = holds(o, rule) && trusted(o) && (rule?.variant === undefined || rule.variant === o.variant)
  return ok
    ? []
    : refuse(o, 'track.commitment', {
        zh: '不能告知承诺：须目录允许这一情形，申请人信用良好',
        en: 'cannot go by commitment: the catalogue must allow it for this form, and the applicant be in good standing',
      })
}

function preReview(reading: Reading, o: Occurrence): readonly Violation[] {
  const land = reading.of('P10').some((p10) => p10.doneOn === undefined && reading.meet(p10, o))
  const ok =
    holds(o, o.matter.tracks.preReview) && land && (o.matter.steps !== undefined || preReviewOf(o) !== undefined)
  return ok
    ? []
    : refuse(o, 'track.preReview', {
        zh: '不能预审：只有目录列明的技术审查、土地未竞得时才可以，且须有申请、预审、转正式三步',
        en: 'cannot be pre-reviewed: only technical reviews that the catalogue names, while the land is not won, with request, review and conversion',
      })
}

function exempt(reading: Reading, o: Occurrence): readonly Violation[] {
  const rule = o.matter.tracks.exempt
  const { exemption } = o.said
  const assessment = rule && assessmentOn(reading.district, reading.project, rule.assessment, o.acceptedOn)
  const type = reading.catalogue.assessments.find((t) => t.id === rule?.assessment)
  const barred = type?.notFor?.find((n) => o.usual.condition(n.when, o.matter.id).holds !== false)
  const ok =
    holds(o, rule) &&
    rule?.useMode === 'exempt' &&
    assessment?.useMode === 'exempt' &&
    assessment.id === exemption?.assessment &&
    assessment.validTo === exemption.validTo &&
    barred === undefined
  if (ok) return []
  const why = barred?.says ?? {
    zh: '须有在有效期内、覆盖本项目、类型相符、应用方式为免予的区域评估',
    en: 'it needs a regional assessment of the right kind that is in force, covers the project and exempts',
  }
  return refuse(o, 'track.exempt', { zh: `不能免予办理：${why.zh}`, en: `is not exempt: ${why.en}` })
}

/** Materials that the plan lets come after the application: only under tolerance, only from the list, never what the law asks for. */
function late(reading: Reading, o: Occurrence): readonly Violation[] {
  const handedIn = preReviewOf(o)?.request.start ?? o.said.submitted
  if (handedIn === null) return []
  const listed = o.said.track === 'tolerance' ? deferrable(reading, o) : []
  return o.said.materials
    .filter((m) => m.neededBy > handedIn.slice(0, 10))
    .flatMap((m): readonly Violation[] => {
      const material = o.matter.materials.find((x) => x.id === m.id)
      const never = reading.catalogue.tolerance.neverDeferrable.find(
        (n) => n.issuedBy === material?.issuedBy && n.for.includes(o.matter.id),
      )
      if (never) {
        const why = {
          zh: `的${material?.name.zh ?? m.id}绝不可容缺：${never.says.zh}`,
          en: `can never do without ${material?.name.en ?? m.id}: ${never.says.en}`,
        }
        return refuse(o, 'tolerance.never', why).map((v) => ({ ...v, basis: basisOf(reading, never, o) }))
      }
      if (listed.includes(m.id)) return []
      return refuse(o, 'tolerance.notDeferrable', {
        zh: `的${material?.name.zh ?? m.id}不可后补，方案排在 ${m.neededBy}`,
        en: `needs ${material?.name.en ?? m.id} with the application; the plan lets it come on ${m.neededBy}`,
      })
    })
}
