import type { Text } from '@kaigong/contract'
import { limits } from './limits.ts'
import type { Block } from './notice.ts'
import { type Bodies, type Body, eventOf, type Telling } from './telling.ts'
import { days, list, number, paragraph, written } from './words.ts'

/** What was handed in and when: at receipt, with corrections, with a supplement, with what was deferred. */
export const receipts: Bodies<'receipt'> = {
  receipt: (telling) => {
    switch (telling.event.type) {
      case 'corrected':
        return corrected(telling)
      case 'supplemented':
        return supplemented(telling)
      case 'deferredSupplied':
        return deferredSupplied(telling)
      default:
        return received(telling)
    }
  },
}

function received(telling: Telling): Body {
  const { on, handedIn } = eventOf(telling, 'received')
  const { terms, clock, nameOf } = telling
  const notice = { value: terms.notice.value, unit: terms.notice.unitApplied }
  return {
    blocks: [
      ...handed(written(on), handedIn.map(nameOf), '的申请材料', 'papers of the application'),
      clock.noticeDueOn === null || notice.value === 0
        ? paragraph(
            '需要补正的，本机关当场一次告知需要补正的全部内容。',
            'If anything must be corrected, the agency says all of it at once and on the spot.',
          )
        : paragraph(
            '需要补正的，本机关在$0内（$1前，含当日）一次告知需要补正的全部内容；逾期不告知的，自收到申请材料之日起即为受理。',
            'If anything must be corrected, the agency says all of it at once within $0, by $1 at the latest; if it does not, the application counts as accepted as of its receipt.',
            days(notice),
            written(clock.noticeDueOn),
          ),
      paragraph(
        '本凭证证明材料已经收到，不是受理决定。',
        'This shows that the papers were received; it is not the acceptance.',
      ),
    ],
    basis: [terms.notice.basis, terms.lapse],
  }
}

function corrected(telling: Telling): Body {
  const { on, itemNames } = eventOf(telling, 'corrected')
  return {
    blocks: [
      ...handed(written(on), itemNames, '补正的材料', 'papers as corrected'),
      paragraph(
        '一次性补正告知已经作出，本机关不再要求第二次补正，将依法作出是否受理的决定。',
        'The one notice of corrections has been given; there is no second. The agency will decide whether to accept.',
      ),
    ],
  }
}

function supplemented(telling: Telling): Body {
  const { on, itemNames } = eventOf(telling, 'supplemented')
  const { clock, terms } = telling
  return {
    blocks: [
      ...handed(written(on), itemNames, '受理后补正的材料', 'papers as supplemented after acceptance'),
      clock.hand === 'standing'
        ? paragraph(
            '另有事项未完成，审批期限仍暂停计算。',
            'Something else is still open: the time to decide still stands.',
          )
        : paragraph(
            '审批期限自收到之次日起恢复计算：',
            'The time to decide runs again from the day after their receipt:',
          ),
      ...(clock.hand === 'standing' ? [] : limits(clock)),
    ],
    basis: [terms.supplement],
    promise: clock.hand === 'standing' ? undefined : clock.promised?.basis,
  }
}

function deferredSupplied(telling: Telling): Body {
  const { on, itemNames, isComplete } = eventOf(telling, 'deferredSupplied')
  const { after, nameOf, terms } = telling
  const tolerance = 'tolerance' in after ? after.tolerance : null
  const outstanding = (tolerance?.outstanding ?? []).map(nameOf)
  return {
    blocks: [
      ...handed(written(on), itemNames, '容缺后补的材料', 'papers that had been deferred'),
      ...(isComplete || tolerance === null
        ? [paragraph('容缺材料已全部补齐。', 'Everything that was deferred is now there.')]
        : [
            paragraph('尚缺下列材料，请在$0前补齐：', 'Still owed, by $0:', written(tolerance.dueOn)),
            ...list(outstanding),
          ]),
    ],
    basis: [terms.tolerance.limit],
  }
}

const handed = (on: Text, names: readonly Text[], zh: string, en: string): readonly Block[] =>
  names.length === 0
    ? [paragraph(`本机关于$0收到你单位${zh}。`, `On $0 the agency received your ${en}.`, on)]
    : [
        paragraph(
          `本机关于$0收到你单位${zh}，共$1件：`,
          `On $0 the agency received your ${en}, $1 in all:`,
          on,
          number(names.length),
        ),
        ...list(names),
      ]
