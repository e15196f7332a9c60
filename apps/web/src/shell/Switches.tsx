import { DesktopOutlined, GlobalOutlined, MoonOutlined, SunOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { chooseLanguage } from '../text/texts.ts'
import { useLanguage } from '../text/useLanguage.ts'
import { useText } from '../text/useText.ts'
import { type AppearanceChoice, appearances, chooseAppearance, useAppearanceChoice } from './appearanceStore.ts'

/** The other language, at one press. */
export function LanguageSwitch() {
  const t = useText()
  const other = useLanguage() === 'zh' ? 'en' : 'zh'
  return (
    <Button
      type="text"
      icon={<GlobalOutlined aria-hidden />}
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      title={t('shell.otherLanguageLabel')}
      onClick={() => chooseLanguage(other)}
    >
      {t('shell.otherLanguage')}
    </Button>
  )
}

const looks: Readonly<Record<AppearanceChoice, ReactNode>> = {
  system: <DesktopOutlined aria-hidden />,
  light: <SunOutlined aria-hidden />,
  dark: <MoonOutlined aria-hidden />,
}

/** As the system has it, light, dark: each press takes the next. */
export function AppearanceSwitch() {
  const t = useText()
  const choice = useAppearanceChoice()
  const next = appearances[(appearances.indexOf(choice) + 1) % appearances.length] ?? 'system'
  const name = `${t('shell.appearance')}: ${t(`shell.appearance.${choice}`)}`
  return (
    <Button type="text" icon={looks[choice]} aria-label={name} title={name} onClick={() => chooseAppearance(next)} />
  )
}
