import { changesOf, factScope } from '../html/unknowns.ts'
import type { View } from '../view.ts'
import type { Block } from './layout.ts'
import { says } from './says.ts'

export const openWidths = [10, 34, 14, 40, 34, 44] as const

/** 不适用与待定: what was looked at and left out, and what nobody has said yet. */
export const openQuestions = (view: View): readonly Block[] => [notApplicable(view), unknown(view)]

function notApplicable(view: View): Block {
  const { plan, word, say } = view
  return {
    heading: word('notApplicable'),
    columns: [
      { head: say(says.code), align: 'center' },
      { head: word('matter') },
      { head: word('scope'), align: 'center' },
      { head: word('because'), span: 3 },
    ],
    rows: plan.notApplicable.map(({ matter, name, scope, because }) => [
      { code: matter },
      say(name),
      view.scope(scope) === '' ? word('projectScope') : view.scope(scope),
      because.map(say).join('\n'),
    ]),
  }
}

function unknown(view: View): Block {
  const { plan, word, say } = view
  return {
    heading: word('unknown'),
    columns: [
      { head: word('factName'), span: 2 },
      { head: word('scope'), align: 'center' },
      { head: word('question') },
      { head: word('takenInstead') },
      { head: word('answers') },
    ],
    rows: plan.unknown.map(({ name, scope, question, assumed, matters, answers }) => [
      say(name),
      factScope(view, scope),
      say(question),
      [
        assumed === null ? word('none') : say(assumed.says),
        `${word('touches')}${word('colon')}${matters.map(view.matterNamed).join(word('listComma'))}`,
      ].join('\n'),
      answers.map((answer) => `${say(answer.answer)} → ${changesOf(view, answer)}`).join('\n'),
    ]),
  }
}
