import { ConfigProvider } from 'antd'
import enGB from 'antd/locale/en_GB'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/en-gb'
import 'dayjs/locale/zh-cn'
import { type ReactNode, useLayoutEffect } from 'react'
import { useLanguage } from '../text/useLanguage.ts'
import { useIsDark } from './appearanceStore.ts'
import { themeOf } from './theme.ts'

/** Colours, fonts and the components' own words, by the person's choice of appearance and language. */
export function Appearance({ children }: { readonly children: ReactNode }) {
  const language = useLanguage()
  const dark = useIsDark()
  // The pickers of days take names of months from there.
  dayjs.locale(language === 'zh' ? 'zh-cn' : 'en-gb')
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = dark ? 'dark' : 'light'
  }, [dark])
  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN : enGB}
      theme={themeOf(dark)}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
    >
      {children}
    </ConfigProvider>
  )
}
