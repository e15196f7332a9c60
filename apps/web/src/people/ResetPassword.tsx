import { contracts, type PersonView } from '@kaigong/contract'
import { useMutation } from '@tanstack/react-query'
import { Alert, Checkbox, Flex, Modal, Typography } from 'antd'
import { useState } from 'react'
import { asking } from '../api/asking.ts'
import { ProblemView } from '../shell/ProblemView.tsx'
import { beijingTime } from '../text/time.ts'
import { useText } from '../text/useText.ts'

/** Gives a person who has forgotten the password a one-time one, which is shown this once. */
export function ResetPassword({ person, onClose }: { readonly person: PersonView; readonly onClose: () => void }) {
  const t = useText()
  const [lostAuthenticator, setLost] = useState(false)
  const reset = useMutation({
    mutationFn: () =>
      asking(contracts.people.resetPassword, { params: { personId: person.id }, body: { lostAuthenticator } }),
  })
  const given = reset.data
  return (
    <Modal
      open
      title={`${t('people.resetPassword')} · ${person.name}`}
      okText={t('people.resetPassword')}
      cancelText={given ? t('people.close') : t('people.cancel')}
      okButtonProps={{ disabled: given !== undefined, loading: reset.isPending }}
      onOk={() => reset.mutate()}
      onCancel={onClose}
      // The password is shown this once: only the button takes it away.
      mask={{ closable: given === undefined }}
      keyboard={given === undefined}
      closable={given === undefined}
    >
      <Flex vertical gap={8}>
        <Typography.Text>{t('people.resetWhat', { account: person.account ?? '' })}</Typography.Text>
        {!given && (
          <Checkbox checked={lostAuthenticator} onChange={(event) => setLost(event.target.checked)}>
            {t('people.lostAuthenticator')}
          </Checkbox>
        )}
        {reset.error && <ProblemView error={reset.error} />}
        {given && (
          <Alert
            type="success"
            title={t('people.resetOnce', { until: beijingTime(given.until) })}
            description={
              <Typography.Text code copyable>
                {given.password}
              </Typography.Text>
            }
          />
        )}
      </Flex>
    </Modal>
  )
}
