import { BulbOutlined, GlobalOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { chooseLanguage } from '../text/texts.ts'
import { useLanguage } from '../text/useLanguage.ts'
import { useText } from '../text/useText.ts'
import { appearances, chooseAppearance, useAppearanceChoice } from './appearanceStore.ts'

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

/** Light, dark, or as the system has it. */
export function AppearanceSwitch() {
  const t = useText()
  const choice = useAppearanceChoice()
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectable: true,
        selectedKeys: [choice],
        items: appearances.map((key) => ({
          key,
          label: t(`shell.appearance.${key}`),
          onClick: () => chooseAppearance(key),
        })),
      }}
    >
      <Button
        type="text"
        icon={<BulbOutlined aria-hidden />}
        aria-label={`${t('shell.appearance')}: ${t(`shell.appearance.${choice}`)}`}
      />
    </Dropdown>
  )
}
