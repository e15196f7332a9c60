import { type Day, isoDate } from '@kaigong/calendar'
import type { Text } from '@kaigong/catalogue'

const list = (items: readonly string[]) => items.join('、')
const listEn = (items: readonly string[]) => items.join(', ')
const zh = (texts: readonly Text[]) => texts.map((t) => t.zh).join('、')
const en = (texts: readonly Text[]) => texts.map((t) => t.en).join(', ')

/** What each refusal says: what is the matter, then what to do. Every sentence is made of its facts. */
export const sentences = {
  'case.wrongStage': (f: { act: Text; stage: Text; from: readonly Text[] }) => ({
    zh: `该件${f.stage.zh}，不能“${f.act.zh}”；只有${zh(f.from)}的件可以。请刷新后按当前状态办理。`,
    en: `The case is ${f.stage.en}; to “${f.act.en}” it must be: ${en(f.from)}. Reload and act on where it stands.`,
  }),
  'case.wrongRole': (f: { act: Text; by: readonly Text[] }) => ({
    zh: `“${f.act.zh}”只能由${zh(f.by)}办理。请转请其办理。`,
    en: `Only ${en(f.by)} may “${f.act.en}”. Ask them to.`,
  }),
  'case.wrongAgency': (f: { agency: string; own: string }) => ({
    zh: `该件由 ${f.agency} 承办，您代表的是 ${f.own || '（未注明部门）'}。请由承办部门办理，或通过联审征求意见。`,
    en: `The case belongs to ${f.agency}; you act for ${f.own || '(no agency named)'}. Let that agency act, or ask by joint review.`,
  }),
  'case.attachmentMissing': (f: { missing: readonly Text[] }) => ({
    zh: `缺少附件：${zh(f.missing)}。请上传后再办。`,
    en: `Missing: ${en(f.missing)}. Attach it and try again.`,
  }),
  'case.inFuture': (f: { on: Day; today: Day }) => ({
    zh: `办理日期 ${isoDate(f.on)} 晚于今天 ${isoDate(f.today)}。请填写实际发生的日期。`,
    en: `${isoDate(f.on)} lies after today, ${isoDate(f.today)}. Give the day on which it happened.`,
  }),
  'case.noClockTime': (f: { clock: string }) => ({
    zh: `“${f.clock}”不是钟点。请写作 08:30 这样的 24 小时制时间，不知道就不写。`,
    en: `"${f.clock}" is not a time of day. Write it as 08:30, on the 24-hour clock, or leave it out.`,
  }),
  'case.outOfOrder': (f: { on: Day; lastOn: Day }) => ({
    zh: `办理日期 ${isoDate(f.on)} 早于上一步 ${isoDate(f.lastOn)}。请核对；补录须按发生先后进行。`,
    en: `${isoDate(f.on)} lies before the step before it, ${isoDate(f.lastOn)}. Check it; what is entered afterwards is entered in order.`,
  }),
  'case.outsideCalendar': (f: { on: Day }) => ({
    zh: `${isoDate(f.on)} 不在已收录的日历内，无法计算期限。请先收录该年放假安排。`,
    en: `No calendar covers ${isoDate(f.on)}, so no limit can be reckoned. Add that year's notice of days off first.`,
  }),
  'case.helperMayNot': (f: { act: Text }) => ({
    zh: `“${f.act.zh}”是申请人的实质行为，代办员不能代为作出。请由申请人本人（法定代表人或经办人）办理。`,
    en: `“${f.act.en}” is an act of substance that no helper may do. The applicant has to act in person.`,
  }),
  'case.notAuthorised': (f: { on: Day }) => ({
    zh: `${isoDate(f.on)} 没有覆盖本事项和本行为的有效委托代办授权（未授权、已过期或已撤销）。请先取得授权，或由申请人本人办理。`,
    en: `No authorisation for this matter and act is in force on ${isoDate(f.on)}: none was given, or it expired or was revoked. Get one first, or let the applicant act.`,
  }),
  'correction.onlyOnce': (_: Record<never, never>) => ({
    zh: '补正告知只能一次，已经发出过。请按现有材料决定受理或不予受理；受理后确需补充的，用“要求补正（受理后）”。',
    en: 'Corrections are asked for once, and have been. Decide on acceptance with what is there; what is needed later is a supplement after acceptance.',
  }),
  'correction.tooLate': (f: { receivedOn: Day; dueOn: Day; on: Day }) => ({
    zh: `${isoDate(f.receivedOn)} 收件，补正告知最晚 ${isoDate(f.dueOn)} 发出，现为 ${isoDate(f.on)}。该件自收件之日起视为受理，请直接办理受理登记。`,
    en: `Received on ${isoDate(f.receivedOn)}, corrections could be asked for until ${isoDate(f.dueOn)}; this is ${isoDate(f.on)}. The case counts as accepted as of receipt: record the acceptance.`,
  }),
  'correction.nothingAsked': (_: Record<never, never>) => ({
    zh: '没有列出要补正的内容。请一次列全。',
    en: 'Nothing to correct is named. Name everything at once.',
  }),
  'acceptance.essentialMissing': (f: { missing: readonly string[] }) => ({
    zh: `缺主件：${list(f.missing)}。主件不可容缺，请一次性告知补正。`,
    en: `Essential materials are missing: ${listEn(f.missing)}. They cannot follow; ask for corrections.`,
  }),
  'acceptance.deferrableMissing': (f: { missing: readonly string[] }) => ({
    zh: `缺材料：${list(f.missing)}。请告知补正，或经申请人承诺后容缺受理。`,
    en: `Materials are missing: ${listEn(f.missing)}. Ask for corrections, or accept with tolerance on the applicant's promise.`,
  }),
  'acceptance.alreadyByLapse': (f: { receivedOn: Day; dueOn: Day }) => ({
    zh: `补正告知期限 ${isoDate(f.dueOn)} 已过，该件自 ${isoDate(f.receivedOn)} 起视为受理，不能再不予受理。请登记受理后依法决定。`,
    en: `The time for a notice ended on ${isoDate(f.dueOn)}; the case counts as accepted on ${isoDate(f.receivedOn)} and acceptance can no longer be refused. Record it and decide.`,
  }),
  'tolerance.notOpen': (f: { matter: string }) => ({
    zh: `${f.matter} 不在容缺受理范围内。请按一般程序办理。`,
    en: `${f.matter} is not open to tolerance. Take the standard track.`,
  }),
  'track.conditionsUnmet': (f: { matter: string }) => ({
    zh: `${f.matter} 采用此办理方式的条件未满足，或项目属性尚未填写。请补填项目属性，或按一般程序办理。`,
    en: `The conditions of this track for ${f.matter} are not met, or the facts of the project are not stated. State them, or take the standard track.`,
  }),
  'tolerance.nothingMissing': (_: Record<never, never>) => ({
    zh: '材料已齐，无需容缺。请直接受理。',
    en: 'Nothing is missing. Accept it as it is.',
  }),
  'tolerance.neverFor': (f: { materials: readonly string[] }) => ({
    zh: `${list(f.materials)} 是法律写明的发证条件，绝不可容缺。请补齐后受理。`,
    en: `${listEn(f.materials)} is what the law makes a condition of issue and can never follow. Wait for it.`,
  }),
  'tolerance.dueTooLate': (f: { dueOn: Day; latestOn: Day }) => ({
    zh: `补正时限 ${isoDate(f.dueOn)} 超过该事项的办结时限 ${isoDate(f.latestOn)}。请改为 ${isoDate(f.latestOn)} 或更早。`,
    en: `${isoDate(f.dueOn)} lies after the day by which the matter must be decided, ${isoDate(f.latestOn)}. Take that day or an earlier one.`,
  }),
  'tolerance.dueBeforeStart': (f: { dueOn: Day; on: Day }) => ({
    zh: `补正时限 ${isoDate(f.dueOn)} 早于受理日 ${isoDate(f.on)}。请改为受理日或以后。`,
    en: `${isoDate(f.dueOn)} lies before the acceptance on ${isoDate(f.on)}. Take that day or a later one.`,
  }),
  'tolerance.notTrusted': (_: Record<never, never>) => ({
    zh: '申请人有未修复的失信记录，不适用容缺受理和告知承诺。请按一般程序办理。',
    en: 'The applicant has an unrepaired breach of trust, which closes tolerance and commitment. Take the standard track.',
  }),
  'tolerance.notOutstanding': (f: { materials: readonly string[] }) => ({
    zh: `${list(f.materials)} 不在待补的容缺材料之列。请核对清单。`,
    en: `${listEn(f.materials)} is not among what is outstanding. Check the list.`,
  }),
  'tolerance.notOverdue': (f: { dueOn: Day | null }) => ({
    zh: f.dueOn === null ? '没有待补的容缺材料。' : `容缺补正时限 ${isoDate(f.dueOn)} 尚未过。请到期后再暂停。`,
    en:
      f.dueOn === null
        ? 'Nothing is outstanding.'
        : `What was deferred is due on ${isoDate(f.dueOn)}, which is not over. Pause after it.`,
  }),
  'tolerance.mayStillSupply': (f: { untilOn: Day | null }) => ({
    zh:
      f.untilOn === null
        ? '容缺材料尚未逾期暂停，不能退件。请先到期暂停。'
        : `申请人可在 ${isoDate(f.untilOn)} 前补齐，尚不能因逾期退件。请等待或催促。`,
    en:
      f.untilOn === null
        ? 'The case has not been paused for lateness, so it cannot be returned. Pause it first.'
        : `The applicant may supply it until ${isoDate(f.untilOn)}; until then it is not returned for lateness. Wait or remind.`,
  }),
  'tolerance.tooLate': (f: { untilOn: Day }) => ({
    zh: `补齐期限 ${isoDate(f.untilOn)} 已过，应当退件。申请人可重新申请。`,
    en: `The time to supply it ended on ${isoDate(f.untilOn)}: the application is to be returned. The applicant may apply anew.`,
  }),
  'commitment.notOpen': (f: { matter: string }) => ({
    zh: `${f.matter}（此文种）不实行告知承诺。请按一般程序办理。`,
    en: `${f.matter} in this form is not granted on commitment. Take the standard track.`,
  }),
  'inspection.notOwed': (_: Record<never, never>) => ({
    zh: '该件不是告知承诺件，或已核查过。无需核查。',
    en: 'The case was not granted on commitment, or has been inspected. There is nothing to inspect.',
  }),
  'revocation.notProved': (_: Record<never, never>) => ({
    zh: '尚无“承诺不实”的核查结论，不能以此撤销。请先核查并附记录。',
    en: 'No inspection has found the commitment untrue, so it is no ground yet. Inspect first and attach the record.',
  }),
  'span.idUsed': (f: { id: string }) => ({
    zh: `编号 ${f.id} 已用于该件的补正或特别程序。请换一个编号。`,
    en: `${f.id} already names a supplement or procedure of this case. Take another id.`,
  }),
  'span.notOpen': (f: { id: string }) => ({
    zh: `没有编号为 ${f.id} 的未结束补正或特别程序。请核对编号。`,
    en: `No supplement or procedure ${f.id} is open. Check the id.`,
  }),
  'procedure.unknown': (f: { procedure: string }) => ({
    zh: `“${f.procedure}”不是该事项的特别程序，也不是国家列出的种类。请从清单中选择。`,
    en: `“${f.procedure}” is neither a special procedure of this matter nor a national kind. Choose from the list.`,
  }),
  'procedure.badLength': (f: { workdays: number }) => ({
    zh: `特别程序所需时间须为零或正整数个工作日，现为 ${f.workdays}。请按书面告知填写。`,
    en: `A procedure takes a whole number of working days, or none; this is ${f.workdays}. Enter what the written notice says.`,
  }),
  'procedure.notAnExtension': (_: Record<never, never>) => ({
    zh: '延长审批不是停表的特别程序。请用“延长审批期限”办理。',
    en: 'An extension is no procedure that runs. Use “extend the time to decide”.',
  }),
  'extension.notAllowed': (f: { matter: string }) => ({
    zh: `${f.matter} 的期限不可延长。请在期限内决定。`,
    en: `The time for ${f.matter} cannot be extended. Decide in time.`,
  }),
  'extension.onlyOnce': (_: Record<never, never>) => ({
    zh: '已延长过一次，不能再延。请在延长后的期限内决定。',
    en: 'It has been extended once and cannot be again. Decide within the extended time.',
  }),
  'extension.tooLong': (f: { workdays: number; most: number }) => ({
    zh: `申请延长 ${f.workdays} 日，最多 ${f.most} 日且须为正整数。请改短。`,
    en: `${f.workdays} days were asked for; it may be 1 to ${f.most}, in whole days. Ask for fewer.`,
  }),
  'extension.tooLate': (f: { deadlineOn: Day }) => ({
    zh: `法定期限 ${isoDate(f.deadlineOn)} 已过，不能再延长。请尽快决定并公开说明超期理由。`,
    en: `The limit ended on ${isoDate(f.deadlineOn)} and cannot be extended any more. Decide soon and explain the overrun in public.`,
  }),
  'extension.wrongHead': (f: { by: Text }) => ({
    zh: `此项延长须经${f.by.zh}批准。请报其批准。`,
    en: `This extension needs the approval of ${f.by.en}. Ask for it.`,
  }),
  'decision.notStarted': (_: Record<never, never>) => ({
    zh: '该件没有受理（3）或部门开始办理（8）的记录，不能办结。请先受理。',
    en: 'The case has neither been accepted (3) nor started in a department (8), so it cannot be closed. Accept it first.',
  }),
  'decision.spanOpen': (f: { ids: readonly string[] }) => ({
    zh: `补正或特别程序 ${list(f.ids)} 尚未结束。请先结束再决定。`,
    en: `Supplement or procedure ${listEn(f.ids)} is still open. End it before deciding.`,
  }),
  'decision.roundOpen': (_: Record<never, never>) => ({
    zh: '会签或或签尚未完成。请等签署完毕或退回后再决定。',
    en: 'Signatures are still being asked. Wait for them, or send it back, before deciding.',
  }),
  'decision.roundRefused': (_: Record<never, never>) => ({
    zh: '会签未通过，不能准予。请按意见修改后重新会签，或不予许可。',
    en: 'The signatures were refused, so it cannot be granted. Mend it and ask again, or reject.',
  }),
  'decision.outstanding': (f: { materials: readonly string[] }) => ({
    zh: `容缺材料 ${list(f.materials)} 尚未补齐，补齐后方可出证。请催促申请人。`,
    en: `${listEn(f.materials)} is still outstanding; the document is issued once it is in. Remind the applicant.`,
  }),
  'decision.nothingOutstanding': (_: Record<never, never>) => ({
    zh: '没有待补的容缺材料，不属于容缺通过。请用“准予”。',
    en: 'Nothing is outstanding, so this is no grant with tolerance. Use “grant”.',
  }),
  'decision.completeFirst': (_: Record<never, never>) => ({
    zh: '本目录规定补齐后出证，不能先出证后补。请待材料补齐后准予。',
    en: 'The catalogue says that documents are issued once complete, not before. Wait for the materials, then grant.',
  }),
  'decision.overrunUnexplained': (f: { deadlineOn: Day }) => ({
    zh: `法定期限 ${isoDate(f.deadlineOn)} 已过。请写明超期理由，该理由将公开。`,
    en: `The limit ended on ${isoDate(f.deadlineOn)}. State the reason of the overrun; it will be public.`,
  }),
  'delivery.twice': (f: { deliveredOn: Day }) => ({
    zh: `证件已于 ${isoDate(f.deliveredOn)} 送达。补发、更正请走补证程序。`,
    en: `The document was delivered on ${isoDate(f.deliveredOn)}. For another copy or a correction use reissue.`,
  }),
  'desk.notHolder': (f: { holder: string }) => ({
    zh: `该件现由 ${f.holder} 承办。请由其办理，或请负责人调整。`,
    en: `${f.holder} has the case. Let them act, or ask the head to move it.`,
  }),
  'desk.otherAgency': (f: { agency: string }) => ({
    zh: `不能转给其他部门（${f.agency}）。需要其意见的，请发起联审；不属本机关职权的，依法不予受理。`,
    en: `A case is not passed to another agency (${f.agency}). Ask for its opinion by joint review; what is not within the competence is refused acceptance.`,
  }),
  'desk.toOneself': (_: Record<never, never>) => ({
    zh: '该件已在其名下。请另选人员。',
    en: 'They already have the case. Choose somebody else.',
  }),
  'desk.roundOpen': (_: Record<never, never>) => ({
    zh: '会签或或签正在进行。请等签署完毕，或由签署人退回。',
    en: 'Signatures are being asked. Wait for them, or let a signer send it back.',
  }),
  'desk.noRound': (_: Record<never, never>) => ({
    zh: '没有进行中的会签或或签，不能加签。请先发起。',
    en: 'No signatures are being asked, so nobody can be added. Ask for them first.',
  }),
  'desk.noSigners': (_: Record<never, never>) => ({
    zh: '没有选择签署人。请至少选一人。',
    en: 'Nobody is named to sign. Name at least one.',
  }),
  'desk.signerTwice': (_: Record<never, never>) => ({
    zh: '同一人被列了两次。请去掉重复。',
    en: 'Somebody is named twice. Name each once.',
  }),
  'desk.notASigner': (_: Record<never, never>) => ({
    zh: '没有请您签署，或您已签署过。',
    en: 'Your signature is not asked, or you have signed.',
  }),
  'desk.nowhereToSendBack': (_: Record<never, never>) => ({
    zh: '没有上一承办人，无处可退。如材料有问题请告知补正。',
    en: 'There was no holder before, so it cannot be sent back. If the papers are at fault ask for corrections.',
  }),
  'desk.nothingToTakeBack': (_: Record<never, never>) => ({
    zh: '没有可撤回的：不是您转出的，或对方已经办理。请与现承办人联系。',
    en: 'There is nothing to take back: you did not pass it on, or the receiver has acted. Speak to the holder.',
  }),
  'desk.reminderTwice': (f: { id: string }) => ({
    zh: `催办 ${f.id} 已发过。请勿重复。`,
    en: `Reminder ${f.id} has been sent. Do not repeat it.`,
  }),
} as const satisfies Record<string, (facts: never) => Text>

export type Sentences = typeof sentences
export type RefusalCode = keyof Sentences
