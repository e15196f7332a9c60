import { UserOutlined } from '@ant-design/icons'
import { roleNames } from '@kaigong/contract'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Dropdown } from 'antd'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { useMe } from './me.ts'
import { wordsOf } from './ProblemView.tsx'
import { signOut } from './signOut.ts'

/** Who one is, one's account, and the way out. */
export function PersonMenu({ wide }: { readonly wide: boolean }) {
  const t = useText()
  const pick = usePick()
  const me = useMe()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const leave = useMutation({
    mutationFn: signOut,
    onError: (error) => message.error(wordsOf(error, t).title),
  })
  const place = me.agency ? pick(me.agency.name) : (me.company?.name ?? pick(me.district.name))
  const roles = me.roles.map((role) => pick(roleNames[role])).join(' · ')
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          {
            key: 'who',
            disabled: true,
            label: (
              <div className="who">
                <strong>{me.name}</strong>
                <div>{place}</div>
                <div>{roles}</div>
              </div>
            ),
          },
          { type: 'divider' },
          { key: 'account', label: t('shell.account'), onClick: () => navigate({ to: '/account' }) },
          { key: 'out', label: t('shell.signOut'), onClick: () => leave.mutate(false) },
          { key: 'everywhere', label: t('shell.signOutEverywhere'), onClick: () => leave.mutate(true) },
        ],
      }}
    >
      <Button
        type="text"
        icon={<UserOutlined aria-hidden />}
        loading={leave.isPending}
        aria-label={`${me.name} ${roles}`}
      >
        {wide ? me.name : null}
      </Button>
    </Dropdown>
  )
}
