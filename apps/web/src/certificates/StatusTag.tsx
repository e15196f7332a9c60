import type { CertificateStatus } from '@kaigong/contract'
import { Tag } from 'antd'
import { useText } from '../text/useText.ts'

const colours = { inForce: 'success', corrected: 'default', reissued: 'default', revoked: 'error' } as const

/** Whether a certificate is in force, said in words. */
export function StatusTag({ status }: { readonly status: CertificateStatus }) {
  const t = useText()
  return <Tag color={colours[status]}>{t(`certificates.status.${status}`)}</Tag>
}
