import {
  AppstoreOutlined,
  AuditOutlined,
  BookOutlined,
  ExportOutlined,
  ImportOutlined,
  ProjectOutlined,
  ScheduleOutlined,
  SettingOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import { Link, useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useText } from '../text/useText.ts'
import { useMe } from './me.ts'
import { navigation, type Place, placeOf } from './navigation.ts'

const icons: Readonly<Record<Place, ReactNode>> = {
  '/': <AppstoreOutlined aria-hidden />,
  '/projects': <ProjectOutlined aria-hidden />,
  '/catalogue': <BookOutlined aria-hidden />,
  '/district': <SettingOutlined aria-hidden />,
  '/people': <TeamOutlined aria-hidden />,
  '/jobs': <ScheduleOutlined aria-hidden />,
  '/exchange': <ExportOutlined aria-hidden />,
  '/mirrors': <ImportOutlined aria-hidden />,
  '/audit': <AuditOutlined aria-hidden />,
}

/** The pages that this person may see. */
export function SideNavigation({ onChosen }: { readonly onChosen?: () => void }) {
  const t = useText()
  const { may } = useMe()
  const here = placeOf(useLocation({ select: ({ pathname }) => pathname }))
  return (
    <nav aria-label={t('shell.navigation')} className="side-navigation">
      <ul>
        {navigation
          .filter(({ needs }) => needs === null || may[needs] !== undefined)
          .map(({ to, name }) => (
            <li key={to}>
              <Link to={to} aria-current={to === here ? 'page' : undefined} onClick={() => onChosen?.()}>
                {icons[to]}
                {t(name)}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  )
}
