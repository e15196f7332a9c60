import { type Catalogue, describeCondition, type Limit, type Matter, type Names } from '@kaigong/catalogue'
import type { Paint } from '../terminal/paint.ts'
import type { Lang, Text } from '../terminal/say.ts'
import { cited } from './cited.ts'

/** Everything about one matter, in the order in which a clerk asks: what, by whom, when needed, within what, with what, before and after what. */
export function matterLines(catalogue: Catalogue, matter: Matter, lang: Lang, paint: Paint): readonly string[] {
  const say = (zh: string, en: string) => (lang === 'zh' ? zh : en)
  const source = (s: Parameters<typeof cited>[1]) => cited(catalogue, s, lang)
  const names: Names = {
    fact: (id) => catalogue.facts.find((f) => f.id === id),
    matter: (id) => catalogue.matters.find((m) => m.id === id)?.name,
    assessment: (id) => catalogue.assessments.find((a) => a.id === id)?.name,
  }
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', paint('head', title), ...lines.map((l) => `  ${l}`)]
  const authority = catalogue.authorities.find((a) => a.id === matter.authority)?.name[lang] ?? matter.authority
  return [
    paint('strong', `${matter.id} ${matter.name.zh} ${matter.name.en}`),
    `${say('法定主管', 'authority')}: ${authority}  ${say('每', 'once per')} ${matter.per}  ${say('结果', 'result')}: ${matter.result[lang]}`,
    ...section(
      say('何时适用', 'Applies when'),
      matter.applies.map((r) => `${r.says[lang]} — ${describeCondition(r.when, names)[lang]}（${source(r)}）`),
    ),
    ...section(
      say('情形', 'Variants'),
      (matter.variants ?? []).map(
        (v) => `${v.id} ${v.name[lang]} — ${describeCondition(v.when, names)[lang]}（${source(v)}）`,
      ),
    ),
    ...section(
      say('依据', 'Citations'),
      matter.citations.map((c) => `${source(c)}${c.says ? ` ${c.says[lang]}` : ''}`),
    ),
    ...section(
      say('法定时限', 'Statutory limits'),
      matter.limits.map((l) => `${l.variant ? `${l.variant}: ` : ''}${limitText(l)[lang]}（${source(l)}）`),
    ),
    ...section(
      say('样本承诺', 'Sample promises'),
      (matter.samplePromises ?? []).map(
        (p) => `${p.variant ? `${p.variant}: ` : ''}${p.value} ${p.unitApplied} ${p.where[lang]}（${source(p)}）`,
      ),
    ),
    ...section(
      say('各区', 'Districts'),
      catalogue.districts.flatMap((d) => districtLines(d, matter, lang)),
    ),
    ...section(
      say('材料（★主件 △可容缺）', 'Materials (★ essential, △ deferrable)'),
      matter.materials.map(
        (m) =>
          `${m.necessity === 'essential' ? '★' : '△'} ${m.name[lang]}${m.issuedBy ? ` ← ${m.issuedBy}` : ''}（${m.from}，${source(m)}）`,
      ),
    ),
    ...section(
      say('特别程序', 'Special procedures'),
      (matter.specialProcedures ?? []).map(
        (s) =>
          `${s.name[lang]} ${s.duration.value} ${s.duration.unitAsWritten}（${s.clockEffect}${s.possible ? say('，可能发生', ', possible') : ''}，${source(s)}）`,
      ),
    ),
    ...section(
      say('环节', 'Steps'),
      (matter.steps ?? []).map(
        (s) => `${s.id} ${s.name[lang]} ${s.duration.value} ${s.duration.unitAsWritten}（${s.owner}，${source(s)}）`,
      ),
    ),
    ...section(say('办理方式', 'Tracks'), [
      'standard',
      ...Object.entries(matter.tracks).flatMap(([t, rule]) => (rule ? [`${t}（${source(rule)}）`] : [])),
    ]),
    ...section(
      say('条件', 'Conditions'),
      (matter.conditions ?? []).map((c) => `${c.says[lang]}（${source(c)}）`),
    ),
    ...section(
      say('结果的效力与义务', 'What the result brings'),
      (matter.resultRules ?? []).map((r) => `${r.says[lang]}（${source(r)}）`),
    ),
    ...section(say('先后', 'Order'), orderLines(catalogue, matter.id, lang)),
    ...section(
      say('说明', 'Notes'),
      (matter.notes ?? []).map((n) => `${n.says[lang]}（${source(n)}）`),
    ),
  ]
}

function districtLines(district: Catalogue['districts'][number], matter: Matter, lang: Lang): readonly string[] {
  const agencyId =
    district.handlers.find((h) => h.matter === matter.id)?.agency ?? district.authorities[matter.authority]
  const agency = district.agencies.find((a) => a.id === agencyId)?.name[lang] ?? agencyId ?? '—'
  const promises = district.promises
    .filter((p) => p.matter === matter.id)
    .map((p) => `${p.variant ? `${p.variant} ` : ''}${p.value} ${p.unitAsWritten} [${p.confidence}]`)
  return [
    `${district.code} ${district.name[lang]}: ${agency}${promises.length > 0 ? ` · ${lang === 'zh' ? '承诺' : 'promised'} ${promises.join('; ')}` : ''}`,
  ]
}

function orderLines(catalogue: Catalogue, id: string, lang: Lang): readonly string[] {
  return catalogue.edges.flatMap((e) => {
    const froms = typeof e.from === 'string' ? [e.from] : e.from.map((f) => f.matter)
    const line = (arrow: string) => `${arrow} ${e.kind} ${e.says[lang]}（${cited(catalogue, e, lang)}）`
    if (e.to === id) return [line(`${froms.join('|')} → ${id}`)]
    return froms.includes(id) ? [line(`${id} → ${e.to}`)] : []
  })
}

/** A limit in words. */
function limitText(l: Limit): Text {
  const ends = l.ends ? ` (${l.ends})` : ''
  switch (l.kind) {
    case 'days': {
      const more = l.extension ? ` +${l.extension.value}` : ''
      return {
        zh: `${l.value}${l.unitAsWritten}${more}（按 ${l.unitApplied} 计）${ends}`,
        en: `${l.value}${more} ${l.unitApplied}${ends}`,
      }
    }
    case 'atOnce':
      return { zh: `即时${ends}`, en: `at once${ends}` }
    case 'general':
      return { zh: `一般期限 20（+10）个工作日${ends}`, en: `general limit, 20 (+10) working days${ends}` }
    case 'contract':
      return { zh: `按合同${ends}`, en: `by contract${ends}` }
    case 'local':
      return { zh: `由地方规定${ends}`, en: `set locally${ends}` }
    case 'none':
      return {
        zh: `${l.within ? `并入 ${l.within}` : '无'}${ends}`,
        en: `${l.within ? `within ${l.within}` : 'none'}${ends}`,
      }
  }
}
