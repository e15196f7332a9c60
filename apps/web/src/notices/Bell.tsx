import { BellOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Badge, Button } from 'antd'
import { useText } from '../text/useText.ts'
import { unreadCount } from './queries.ts'

/** How many notices one has not read; leads to them. */
export function Bell() {
  const t = useText()
  const navigate = useNavigate()
  const { data: unread = 0 } = useQuery(unreadCount)
  return (
    <Badge count={unread} size="small" overflowCount={99} offset={[-6, 6]}>
      <Button
        type="text"
        icon={<BellOutlined aria-hidden />}
        aria-label={t('shell.notices', { unread })}
        onClick={() => navigate({ to: '/notices' })}
      />
    </Badge>
  )
}
