import { type ThemeConfig, theme } from 'antd'

const calm = matchMedia('(prefers-reduced-motion: reduce)')

/** A quiet palette; every pair of text and ground keeps a contrast of 4.5 : 1 in light and dark. */
export const themeOf = (dark: boolean): ThemeConfig => ({
  algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
  cssVar: { key: 'kaigong' },
  hashed: false,
  token: {
    colorPrimary: dark ? '#4c9be8' : '#0b5394',
    colorLink: dark ? '#7db8f0' : '#0b5394',
    colorInfo: dark ? '#4c9be8' : '#0b5394',
    colorSuccess: dark ? '#57b368' : '#1d7a37',
    colorWarning: dark ? '#d9a441' : '#9a6200',
    colorError: dark ? '#f0716a' : '#b3261e',
    // The library's own secondary text is too pale on its own grounds.
    colorTextSecondary: dark ? '#b6bec9' : '#4a5563',
    colorTextTertiary: dark ? '#a3acb8' : '#5b6673',
    colorTextDescription: dark ? '#b6bec9' : '#4a5563',
    colorTextPlaceholder: dark ? '#98a2ae' : '#66717e',
    colorBgLayout: dark ? '#12161c' : '#f3f5f8',
    colorBgContainer: dark ? '#1a2028' : '#ffffff',
    colorBgElevated: dark ? '#222a34' : '#ffffff',
    borderRadius: 6,
    fontFamily:
      '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", system-ui, sans-serif',
    motion: !calm.matches,
  },
  components: {
    Layout: {
      headerBg: dark ? '#1a2028' : '#ffffff',
      siderBg: dark ? '#1a2028' : '#ffffff',
      headerHeight: 56,
      headerPadding: '0 16px',
    },
    Menu: { itemHeight: 40, activeBarBorderWidth: 0, itemBg: 'transparent' },
  },
})
