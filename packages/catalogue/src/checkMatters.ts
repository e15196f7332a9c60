import type { Catalogue } from './catalogue.ts'
import type { Matter } from './matter.ts'
import type { Path } from './place.ts'
import type { Say } from './say.ts'
import { checkId, type KindOfId } from './unknownId.ts'

type MatterFile = { readonly path: string; readonly value: Matter }

/** A matter's file: that it lies where one looks for it, that its ids are its own, and that its names lead somewhere. */
export function checkMatters(catalogue: Catalogue, files: readonly MatterFile[], say: Say) {
  const seen = new Map<string, string>()
  const materials = new Map<string, string>()
  for (const { path, value: matter } of files) {
    checkPlace(matter, path, say)
    const other = seen.get(matter.id)
    if (other)
      say(path, ['id'], `事项编号 ${matter.id} 已用于 ${other}`, `matter id ${matter.id} is already used in ${other}`)
    seen.set(matter.id, path)
    matter.materials.forEach((m, i) => {
      const elsewhere = materials.get(m.id)
      if (elsewhere !== undefined && elsewhere !== path)
        say(
          path,
          ['materials', i, 'id'],
          `材料编号 ${m.id} 已用于 ${elsewhere}`,
          `material id ${m.id} is already used in ${elsewhere}`,
        )
      materials.set(m.id, path)
    })
    checkNames(catalogue, matter, path, say)
    checkVariants(matter, path, say)
    checkSequence(catalogue, matter, path, say)
    checkTolerance(catalogue, matter, path, say)
  }
}

/** `national/<stage>-<name>/<id>-<name>.yaml`, so that a matter is found without a search. */
function checkPlace({ id, stage }: Matter, path: string, say: Say) {
  const [, folder = '', file = ''] = path.split('/')
  if (!folder.startsWith(`${stage}-`))
    say(path, ['stage'], `阶段 ${stage} 与文件夹 ${folder} 不符`, `stage ${stage} does not fit the folder ${folder}`)
  if (!file.startsWith(`${id.toLowerCase()}-`))
    say(path, ['id'], `编号 ${id} 与文件名 ${file} 不符`, `id ${id} does not fit the file name ${file}`)
}

function checkNames(catalogue: Catalogue, matter: Matter, file: string, say: Say) {
  const leads = (at: Path, kind: KindOfId, id: string | undefined, known: readonly { readonly id: string }[]) => {
    if (id !== undefined) checkId(say, file, at, kind, id, ids(known))
  }
  const { authorities, matters, assessments, specialProcedures: kinds } = catalogue
  leads(['authority'], 'authority', matter.authority, authorities)
  matter.variants?.forEach((v, i) => leads(['variants', i, 'authority'], 'authority', v.authority, authorities))
  matter.materials.forEach((m, i) => leads(['materials', i, 'issuedBy'], 'matter', m.issuedBy, matters))
  matter.specialProcedures?.forEach((s, i) => leads(['specialProcedures', i, 'kind'], 'procedure', s.kind, kinds))
  leads(['tracks', 'exempt', 'assessment'], 'assessmentType', matter.tracks.exempt?.assessment, assessments)
  matter.limits.forEach((limit, i) => {
    if (limit.kind === 'none') leads(['limits', i, 'within'], 'matter', limit.within, matters)
    if (limit.kind === 'days')
      limit.excludes?.forEach((id, j) => leads(['limits', i, 'excludes', j], 'procedure', id, kinds))
  })
}

function checkVariants(matter: Matter, file: string, say: Say) {
  const variants = ids(matter.variants)
  for (const key of ['limits', 'samplePromises', 'preparation', 'materials', 'specialProcedures'] as const) {
    matter[key]?.forEach(({ variant }, i) => {
      if (variant !== undefined) checkId(say, file, [key, i, 'variant'], 'variant', variant, variants)
    })
  }
  const committed = matter.tracks.commitment?.variant
  if (committed !== undefined) checkId(say, file, ['tracks', 'commitment', 'variant'], 'variant', committed, variants)
}

/** Steps and procedures wait for earlier ones only, so that none can wait for one another in a circle. */
function checkSequence({ facts }: Catalogue, matter: Matter, file: string, say: Say) {
  const earlier = (
    key: 'steps' | 'specialProcedures',
    kind: KindOfId,
    list: readonly { readonly id: string; readonly after?: readonly string[] | undefined }[] = [],
  ) =>
    list.forEach(({ after }, i) => {
      after?.forEach((id, j) => checkId(say, file, [key, i, 'after', j], kind, id, ids(list.slice(0, i))))
    })
  earlier('steps', 'step', matter.steps)
  earlier('specialProcedures', 'procedure', matter.specialProcedures)
  const days = ids(facts.filter((f) => f.type === 'integer'))
  matter.steps?.forEach(({ durationFact }, i) => {
    if (durationFact !== undefined) checkId(say, file, ['steps', i, 'durationFact'], 'fact', durationFact, days)
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

const ids = (list: readonly { readonly id: string }[] = []): readonly string[] => list.map((x) => x.id)
