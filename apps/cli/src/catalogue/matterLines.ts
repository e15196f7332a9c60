import type { Matter } from '@kaigong/catalogue'
import { districtSection } from './districtLines.ts'
import { durationText, limitText } from './limitText.ts'
import { orderSections } from './orderLines.ts'
import type { Lines, Reader } from './reader.ts'
import { bound, clock, count, maker, nature, per, stage, stepKind, track, useMode, week } from './terms.ts'

/** Everything about one matter, in the order in which a clerk asks: what, by whom, when needed, within what, with what, before and after what. */
export function matterLines(reader: Reader, matter: Matter): Lines {
  const { word, say, entry, section } = reader
  return [
    ...head(reader, matter),
    ...section(
      word('何时要办（满足一条即办）', 'When it applies (any one is enough)'),
      matter.applies.map((rule) => entry(`${say(rule.says)}${word('：', ': ')}${reader.condition(rule.when)}`, rule)),
    ),
    ...section(
      word('情形（取第一个满足的）', 'Variants (the first that holds)'),
      (matter.variants ?? []).map((v) =>
        entry(
          reader.listed([
            `${v.id} ${say(v.name)}${word('：', ': ')}${reader.condition(v.when)}`,
            v.authority === undefined
              ? undefined
              : `${word('由', 'decided by ')}${authorityName(reader, v.authority)}${word('审批', '')}`,
          ]),
          v,
        ),
      ),
    ),
    ...section(
      word('依据', 'Law'),
      matter.citations.map((c) => entry(c.says === undefined ? '' : say(c.says), c)),
    ),
    ...section(
      word('时限', 'Limits'),
      matter.limits.map((limit) => entry(limitText(reader, limit), limit)),
    ),
    ...section(
      word('他地承诺样本', 'Promises elsewhere'),
      (matter.samplePromises ?? []).map((p) =>
        entry(reader.listed([p.variant, durationText(reader, { ...p, unitAsWritten: '—' }), say(p.where)]), p),
      ),
    ),
    ...districtSection(reader, matter),
    ...section(
      word('事先准备', 'Preparation'),
      (matter.preparation ?? []).map((p) =>
        entry(
          reader.listed([
            p.variant,
            `${say(p.says)} ${p.value} ${word('个工作日', 'working days')}`,
            say(maker[p.owner]),
            say(week[p.week]),
          ]),
          p,
        ),
      ),
    ),
    ...materials(reader, matter),
    ...specialProcedures(reader, matter),
    ...steps(reader, matter),
    ...tracks(reader, matter),
    ...section(
      word('申领条件', 'Conditions of the permit'),
      (matter.conditions ?? []).map((c) => entry(say(c.says), c)),
    ),
    ...section(
      word('结果的效力与义务', 'What the result brings'),
      (matter.resultRules ?? []).map((rule) =>
        entry(
          rule.duration === undefined ? say(rule.says) : `${say(rule.says)} (${durationText(reader, rule.duration)})`,
          rule,
        ),
      ),
    ),
    ...orderSections(reader, matter.id),
    ...section(
      word('说明', 'Notes'),
      (matter.notes ?? []).map((note) => entry(say(note.says), note)),
    ),
  ]
}

const authorityName = ({ catalogue, say }: Reader, id: string): string => {
  const authority = catalogue.authorities.find((a) => a.id === id)
  return authority === undefined ? id : say(authority.name)
}

function head(reader: Reader, matter: Matter): Lines {
  const { word, say, entry, paint } = reader
  const visits = matter.visits ?? 0
  return [
    ...entry(`${matter.id} ${matter.name.zh} ${matter.name.en}`, undefined, '').map((line) => paint('strong', line)),
    ...entry(
      reader.listed([
        say(stage[matter.stage] ?? matter.name),
        say(nature[matter.nature]),
        say(per[matter.per]),
        `${word('法定主管：', 'authority: ')}${authorityName(reader, matter.authority)}`,
        `${word('结果：', 'result: ')}${say(matter.result)}`,
        visits === 0 ? undefined : word(`跑动 ${visits} 次`, `${visits} visits`),
      ]),
      undefined,
      '',
    ),
  ]
}

const materials = (reader: Reader, { materials: own }: Matter): Lines => {
  const { word, say, entry } = reader
  return reader.section(
    word('材料（★ 主件，△ 可容缺）', 'Materials (★ essential, △ may follow)'),
    own.map((m) =>
      entry(
        reader.listed([
          `${m.id} ${say(m.name)}`,
          say(maker[m.from]),
          m.issuedBy === undefined ? undefined : `${word('来自', 'from ')} ${reader.matter(m.issuedBy)}`,
          m.shared ? word('部门共享调取，不用提交', 'fetched by the agency') : undefined,
          m.variant,
          m.when === undefined ? undefined : `${word('当', 'when ')}${reader.condition(m.when)}`,
        ]),
        m,
        `${m.necessity === 'essential' ? '★' : '△'} `,
      ),
    ),
  )
}

const specialProcedures = (reader: Reader, matter: Matter): Lines => {
  const { word, say, entry } = reader
  return reader.section(
    word('特别程序', 'Special procedures'),
    (matter.specialProcedures ?? []).map((p) =>
      entry(
        reader.listed([
          `${say(p.name)} ${say(bound[p.bound])} ${durationText(reader, p.duration)}`,
          say(clock[p.clockEffect]),
          say(maker[p.owner]),
          p.countStartDay ? word('首日计入', 'the first day counts') : undefined,
          p.possible ? word('可能发生', 'possible') : undefined,
          p.variant,
          p.when === undefined ? undefined : `${word('当', 'when ')}${reader.condition(p.when)}`,
        ]),
        p,
      ),
    ),
  )
}

const steps = (reader: Reader, matter: Matter): Lines => {
  const { word, say, entry } = reader
  return reader.section(
    word('环节', 'Steps'),
    (matter.steps ?? []).map((s) =>
      entry(
        reader.listed([
          `${s.id} ${say(s.name)} ${durationText(reader, s.duration)}`,
          `${say(stepKind[s.kind])}${word('，', ', ')}${say(maker[s.owner])}${word('，', ', ')}${say(week[s.week])}${word('，', ', ')}${say(count[s.count])}`,
          s.durationFact === undefined
            ? undefined
            : `${word('天数取项目属性', 'days from the fact')} ${s.durationFact}`,
          s.countStartDay ? word('首日计入', 'the first day counts') : undefined,
          s.reviewed ? word('占用一名审查员', 'takes one reviewer') : undefined,
          s.after === undefined
            ? undefined
            : s.after.length === 0
              ? word('不接在任何环节后', 'follows no step')
              : `${word('接', 'after')} ${s.after.join(word('、', ', '))}`,
          s.when === undefined ? undefined : `${word('当', 'when ')}${reader.condition(s.when)}`,
        ]),
        s,
      ),
    ),
  )
}

function tracks(reader: Reader, { tracks: own }: Matter): Lines {
  const { word, say, entry } = reader
  const { tolerance, commitment, preReview, exempt } = own
  const when = (rule: { readonly when?: Parameters<Reader['condition']>[0] | undefined }) =>
    rule.when === undefined ? undefined : `${word('当', 'when ')}${reader.condition(rule.when)}`
  return reader.section(word('可走的路', 'Tracks'), [
    entry(say(track.standard)),
    ...(tolerance === undefined ? [] : [entry(reader.listed([say(track.tolerance), when(tolerance)]), tolerance)]),
    ...(commitment === undefined
      ? []
      : [
          entry(
            reader.listed([
              say(track.commitment),
              commitment.variant,
              `${word('决定', 'decision')} ${durationText(reader, commitment.decision)}`,
              `${word('事后核查', 'later inspection')} ${durationText(reader, commitment.inspection)}`,
              when(commitment),
            ]),
            commitment,
          ),
        ]),
    ...(preReview === undefined
      ? []
      : [
          entry(
            reader.listed([
              say(track.preReview),
              `${word('技术预审', 'review')} ${durationText(reader, preReview.review)}`,
              `${word('核对转正式', 'conversion')} ${durationText(reader, preReview.conversion)}`,
              `${word('预审意见有效', 'opinion valid')} ${durationText(reader, preReview.validity)}`,
              when(preReview),
            ]),
            preReview,
          ),
        ]),
    ...(exempt === undefined
      ? []
      : [
          entry(
            reader.listed([
              say(track.exempt),
              reader.assessment(exempt.assessment),
              say(useMode[exempt.useMode]),
              when(exempt),
            ]),
            exempt,
          ),
        ]),
  ])
}
