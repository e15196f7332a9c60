import { type NoticeKind, noticeKindNames, type Text } from '@kaigong/contract'

type Line = {
  readonly kind: NoticeKind
  readonly case_number: string
  readonly case_id: string
  readonly matter_name: Text
}

/**
 * A mail of what somebody has not read, Chinese first. It leaves the district's network: it says which case and what kind of thing, and no
 * word that anybody wrote.
 */
export function mailText(
  lines: readonly Line[],
  publicUrl: string,
): { readonly subject: string; readonly text: string } {
  const [first] = lines
  const count = lines.length
  const subject =
    first && count === 1
      ? `${noticeKindNames[first.kind].zh} ${first.case_number} · ${noticeKindNames[first.kind].en}`
      : `您有 ${count} 条未读通知 · ${count} unread notices`
  const told = lines.map(({ kind, case_number, case_id, matter_name }) =>
    [
      `${noticeKindNames[kind].zh}：${matter_name.zh}（${case_number}）`,
      `${noticeKindNames[kind].en}: ${matter_name.en} (${case_number})`,
      `${publicUrl}/cases/${case_id}`,
    ].join('\n'),
  )
  const end = `全部通知、停收邮件 · All notices, and how to stop these mails:\n${publicUrl}/notices\n${publicUrl}/account`
  return { subject: `[开工] ${subject}`, text: `${[...told, end].join('\n\n')}\n` }
}
