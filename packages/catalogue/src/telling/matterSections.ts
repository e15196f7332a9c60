import type { Matter } from '../matter.ts'
import { districtSection } from './districtSection.ts'
import { durationText, limitText } from './limitText.ts'
import { orderSections } from './orderSections.ts'
import type { Sections, Teller } from './teller.ts'
import { bound, clock, count, maker, nature, per, stage, stepKind, track, useMode, week } from './terms.ts'

/** Everything about one matter, in the order in which a clerk asks: what, by whom, when needed, within what, with what, before and after what. */
export function matterSections(teller: Teller, matter: Matter): Sections {
  const { word, say, entry, section } = teller
  return [
    ...section(
      word('何时要办（满足一条即办）', 'When it applies (any one is enough)'),
      matter.applies.map((rule) => entry(`${say(rule.says)}${word('：', ': ')}${teller.condition(rule.when)}`, rule)),
    ),
    ...section(
      word('情形（取第一个满足的）', 'Variants (the first that holds)'),
      (matter.variants ?? []).map((v) =>
        entry(
          teller.listed([
            `${v.id} ${say(v.name)}${word('：', ': ')}${teller.condition(v.when)}`,
            v.authority === undefined
              ? undefined
              : `${word('由', 'decided by ')}${authorityName(teller, v.authority)}${word('审批', '')}`,
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
      matter.limits.map((limit) => entry(limitText(teller, limit), limit)),
    ),
    ...section(
      word('他地承诺样本', 'Promises elsewhere'),
      (matter.samplePromises ?? []).map((p) =>
        entry(teller.listed([p.variant, durationText(teller, { ...p, unitAsWritten: '—' }), say(p.where)]), p),
      ),
    ),
    ...districtSection(teller, matter),
    ...section(
      word('事先准备', 'Preparation'),
      (matter.preparation ?? []).map((p) =>
        entry(
          teller.listed([
            p.variant,
            `${say(p.says)} ${p.value} ${word('个工作日', 'working days')}`,
            say(maker[p.owner]),
            say(week[p.week]),
          ]),
          p,
        ),
      ),
    ),
    ...materials(teller, matter),
    ...specialProcedures(teller, matter),
    ...steps(teller, matter),
    ...tracks(teller, matter),
    ...section(
      word('申领条件', 'Conditions of the permit'),
      (matter.conditions ?? []).map((c) => entry(say(c.says), c)),
    ),
    ...section(
      word('结果的效力与义务', 'What the result brings'),
      (matter.resultRules ?? []).map((rule) =>
        entry(
          rule.duration === undefined ? say(rule.says) : `${say(rule.says)} (${durationText(teller, rule.duration)})`,
          rule,
        ),
      ),
    ),
    ...orderSections(teller, matter.id),
    ...section(
      word('说明', 'Notes'),
      (matter.notes ?? []).map((note) => entry(say(note.says), note)),
    ),
  ]
}

const authorityName = ({ catalogue, say }: Teller, id: string): string => {
  const authority = catalogue.authorities.find((a) => a.id === id)
  return authority === undefined ? id : say(authority.name)
}

/** The matter's names, and in a line what kind of thing it is: stage, nature, how often, whose, with what result. */
export function matterHead(teller: Teller, matter: Matter): { readonly title: string; readonly about: string } {
  const { word, say } = teller
  const visits = matter.visits ?? 0
  return {
    title: `${matter.id} ${matter.name.zh} ${matter.name.en}`,
    about: teller.listed([
      say(stage[matter.stage] ?? matter.name),
      say(nature[matter.nature]),
      say(per[matter.per]),
      `${word('法定主管：', 'authority: ')}${authorityName(teller, matter.authority)}`,
      `${word('结果：', 'result: ')}${say(matter.result)}`,
      visits === 0 ? undefined : word(`跑动 ${visits} 次`, `${visits} visits`),
    ]),
  }
}

const materials = (teller: Teller, { materials: own }: Matter): Sections => {
  const { word, say, entry } = teller
  return teller.section(
    word('材料（★ 主件，△ 可容缺）', 'Materials (★ essential, △ may follow)'),
    own.map((m) =>
      entry(
        teller.listed([
          `${m.id} ${say(m.name)}`,
          say(maker[m.from]),
          m.issuedBy === undefined ? undefined : `${word('来自', 'from ')} ${teller.matter(m.issuedBy)}`,
          m.shared ? word('部门共享调取，不用提交', 'fetched by the agency') : undefined,
          m.variant,
          m.when === undefined ? undefined : `${word('当', 'when ')}${teller.condition(m.when)}`,
        ]),
        m,
        `${m.necessity === 'essential' ? '★' : '△'} `,
      ),
    ),
  )
}

const specialProcedures = (teller: Teller, matter: Matter): Sections => {
  const { word, say, entry } = teller
  return teller.section(
    word('特别程序', 'Special procedures'),
    (matter.specialProcedures ?? []).map((p) =>
      entry(
        teller.listed([
          `${say(p.name)} ${say(bound[p.bound])} ${durationText(teller, p.duration)}`,
          say(clock[p.clockEffect]),
          say(maker[p.owner]),
          p.countStartDay ? word('首日计入', 'the first day counts') : undefined,
          p.possible ? word('可能发生', 'possible') : undefined,
          p.variant,
          p.when === undefined ? undefined : `${word('当', 'when ')}${teller.condition(p.when)}`,
        ]),
        p,
      ),
    ),
  )
}

const steps = (teller: Teller, matter: Matter): Sections => {
  const { word, say, entry } = teller
  return teller.section(
    word('环节', 'Steps'),
    (matter.steps ?? []).map((s) =>
      entry(
        teller.listed([
          `${s.id} ${say(s.name)} ${durationText(teller, s.duration)}`,
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
          s.when === undefined ? undefined : `${word('当', 'when ')}${teller.condition(s.when)}`,
        ]),
        s,
      ),
    ),
  )
}

function tracks(teller: Teller, { tracks: own }: Matter): Sections {
  const { word, say, entry } = teller
  const { tolerance, commitment, preReview, exempt } = own
  const when = (rule: { readonly when?: Parameters<Teller['condition']>[0] | undefined }) =>
    rule.when === undefined ? undefined : `${word('当', 'when ')}${teller.condition(rule.when)}`
  return teller.section(word('可走的路', 'Tracks'), [
    entry(say(track.standard)),
    ...(tolerance === undefined ? [] : [entry(teller.listed([say(track.tolerance), when(tolerance)]), tolerance)]),
    ...(commitment === undefined
      ? []
      : [
          entry(
            teller.listed([
              say(track.commitment),
              commitment.variant,
              `${word('决定', 'decision')} ${durationText(teller, commitment.decision)}`,
              `${word('事后核查', 'later inspection')} ${durationText(teller, commitment.inspection)}`,
              when(commitment),
            ]),
            commitment,
          ),
        ]),
    ...(preReview === undefined
      ? []
      : [
          entry(
            teller.listed([
              say(track.preReview),
              `${word('技术预审', 'review')} ${durationText(teller, preReview.review)}`,
              `${word('核对转正式', 'conversion')} ${durationText(teller, preReview.conversion)}`,
              `${word('预审意见有效', 'opinion valid')} ${durationText(teller, preReview.validity)}`,
              when(preReview),
            ]),
            preReview,
          ),
        ]),
    ...(exempt === undefined
      ? []
      : [
          entry(
            teller.listed([
              say(track.exempt),
              teller.assessment(exempt.assessment),
              say(useMode[exempt.useMode]),
              when(exempt),
            ]),
            exempt,
          ),
        ]),
  ])
}
