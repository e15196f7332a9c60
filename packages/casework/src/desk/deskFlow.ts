import type { Text } from '@kaigong/catalogue'
import type { Act } from '../act.ts'
import type { DeskCommand } from './deskCommand.ts'

/** What a verb does to the legal clock and to the reminders that stand. */
export type Verb = {
  readonly name: Text
  /** Every verb is the agency's own affair: none of them stops the clock of the law. */
  readonly clock: 'runs'
  /** stand: against whoever owes the next step now; settled: what was urged is done; added: one more. */
  readonly reminders: 'stand' | 'settled' | 'added'
  readonly says: Text
}

/** The verbs of Chinese offices. */
export const VERBS: Readonly<Record<DeskCommand['type'], Verb>> = {
  transfer: {
    name: { zh: '转办', en: 'transfer' },
    clock: 'runs',
    reminders: 'stand',
    says: {
      zh: '转给本部门他人承办，责任一并转移；未处理的催办对新承办人继续有效。',
      en: 'Passed to a colleague of the same agency together with the responsibility; reminders stand against the new holder.',
    },
  },
  delegate: {
    name: { zh: '委派', en: 'delegate' },
    clock: 'runs',
    reminders: 'stand',
    says: {
      zh: '交本部门他人具体办理，责任仍在委派人。',
      en: 'A colleague does the work, the one who delegates stays answerable.',
    },
  },
  countersign: {
    name: { zh: '会签', en: 'countersign' },
    clock: 'runs',
    reminders: 'stand',
    says: { zh: '所列人员全部同意方为通过，一人不同意即不通过。', en: 'All must agree; one refusal ends it.' },
  },
  signByAny: {
    name: { zh: '或签', en: 'sign by any' },
    clock: 'runs',
    reminders: 'stand',
    says: { zh: '任一人签署即为结论。', en: 'The first to sign decides.' },
  },
  addSigner: {
    name: { zh: '加签', en: 'add a signer' },
    clock: 'runs',
    reminders: 'stand',
    says: { zh: '在进行中的会签、或签中增加一人。', en: 'One more joins the signatures that are being asked.' },
  },
  sign: {
    name: { zh: '签署', en: 'sign' },
    clock: 'runs',
    reminders: 'settled',
    says: {
      zh: '签署意见；得出结论时催办即告办结。',
      en: 'An opinion is signed; once that yields the result, reminders are settled.',
    },
  },
  sendBack: {
    name: { zh: '退回', en: 'send back' },
    clock: 'runs',
    reminders: 'stand',
    says: {
      zh: '退给上一承办人；进行中的会签作废，催办不因退回而消失。',
      en: 'Goes back to the holder before; signatures being asked are broken off, reminders survive.',
    },
  },
  takeBack: {
    name: { zh: '撤回（经办）', en: 'take back' },
    clock: 'runs',
    reminders: 'stand',
    says: {
      zh: '转出人在对方未处理前收回；与撤回许可（码 14）无关。',
      en: 'Whoever passed it on takes it back before the receiver has acted; it has nothing to do with recalling a permit (code 14).',
    },
  },
  urge: {
    name: { zh: '催办', en: 'urge' },
    clock: 'runs',
    reminders: 'added',
    says: {
      zh: '提醒当前应办之人，办理后自动办结。',
      en: 'Reminds those who owe the next step; settled by the work itself.',
    },
  },
}

const office = { source: { title: '机关公文办理通行做法（设计）' }, confidence: 'GK' } as const

const act = (verb: DeskCommand['type'], by: Act['by']): Act => ({
  name: VERBS[verb].name,
  from: ['received', 'correcting', 'accepted', 'handling'],
  by,
  attach: [],
  codes: [],
  yields: null,
  basis: office,
})

const staff = ['officer', 'window', 'head'] as const

/** The verbs' part of the table of acts. */
export const DESK_FLOW: Readonly<Record<DeskCommand['type'], Act>> = {
  transfer: act('transfer', staff),
  delegate: act('delegate', staff),
  countersign: act('countersign', staff),
  signByAny: act('signByAny', staff),
  addSigner: act('addSigner', staff),
  sign: act('sign', staff),
  sendBack: act('sendBack', staff),
  takeBack: act('takeBack', staff),
  urge: act('urge', ['officer', 'head', 'government', 'clock', 'applicant']),
}
