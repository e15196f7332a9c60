import type { CertificateSheet } from '../certificateSheet.ts'
import type { GuideSheet } from '../guide/guide.ts'
import type { NoticeSheet } from '../notice/notice.ts'

/** What may be printed: each has a template of its name beside this file, which finds its data in `data.json`. */
export type Sheet =
  | { readonly sheet: 'notice'; readonly data: NoticeSheet }
  | { readonly sheet: 'certificate'; readonly data: CertificateSheet }
  | { readonly sheet: 'guide'; readonly data: GuideSheet }
