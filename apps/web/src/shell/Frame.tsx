import { MenuOutlined } from '@ant-design/icons'
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { App, Button, Drawer, Grid, Layout, Tag } from 'antd'
import { Suspense, useEffect, useRef, useState } from 'react'
import { useLive } from '../api/live.ts'
import { Bell } from '../notices/Bell.tsx'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { KeysHelp } from './KeysHelp.tsx'
import { LineBanner } from './LineBanner.tsx'
import markUrl from './mark.svg'
import { useMe } from './me.ts'
import { PageSkeleton } from './PageSkeleton.tsx'
import { PersonMenu } from './PersonMenu.tsx'
import { SearchBox } from './SearchBox.tsx'
import { SideNavigation } from './SideNavigation.tsx'
import { AppearanceSwitch, LanguageSwitch } from './Switches.tsx'

/** What stands around every page of a signed-in person, and what carries the messages of their pages. */
export const Frame = () => (
  <App message={{ maxCount: 3 }}>
    <FrameOf />
  </App>
)

function FrameOf() {
  const t = useText()
  const pick = usePick()
  const me = useMe()
  const streamBroken = useLive()
  const screens = Grid.useBreakpoint()
  const [navigating, setNavigating] = useState(false)
  const content = useRef<HTMLElement>(null)
  useFocusOnNewPage(content)
  return (
    <Layout className="frame">
      <a className="skip-link" href="#content">
        {t('shell.skip')}
      </a>
      <Layout.Header className="frame-header">
        <Button
          className="frame-menu"
          type="text"
          icon={<MenuOutlined aria-hidden />}
          aria-label={t('shell.menu')}
          aria-expanded={navigating}
          onClick={() => setNavigating(true)}
        />
        <Link to="/" className="frame-product" aria-label={t('shell.product')}>
          <img src={markUrl} alt="" width={28} height={28} />
          <span>{t('shell.product')}</span>
        </Link>
        <span className="frame-district">{pick(me.district.name)}</span>
        {me.demo && (
          <Tag color="warning" className="frame-demo">
            {t('shell.demo')}
          </Tag>
        )}
        <span className="frame-space" />
        {me.may['project.read'] && screens.md && <SearchBox />}
        <Bell />
        <LanguageSwitch />
        <AppearanceSwitch />
        <PersonMenu wide={screens.md ?? false} />
      </Layout.Header>
      <LineBanner streamBroken={streamBroken} />
      <Layout hasSider>
        <Layout.Sider width={196} className="frame-sider">
          <SideNavigation />
        </Layout.Sider>
        <Drawer
          open={navigating}
          placement="left"
          size={280}
          title={pick(me.district.name)}
          onClose={() => setNavigating(false)}
        >
          {me.may['project.read'] && screens.md === false && <SearchBox />}
          <SideNavigation onChosen={() => setNavigating(false)} />
        </Drawer>
        <Layout.Content className="frame-content" id="content" tabIndex={-1} ref={content}>
          <Suspense fallback={<PageSkeleton />}>
            <Outlet />
          </Suspense>
        </Layout.Content>
      </Layout>
      <KeysHelp />
    </Layout>
  )
}

/** A new page is read from its beginning; another tab of the same page leaves the focus where it is. */
function useFocusOnNewPage(content: React.RefObject<HTMLElement | null>) {
  const page = useLocation({ select: ({ pathname }) => pathname.split('/').slice(0, 3).join('/') })
  const before = useRef(page)
  useEffect(() => {
    if (before.current === page) return
    before.current = page
    content.current?.focus({ preventScroll: true })
  }, [page, content])
}
