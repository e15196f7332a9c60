import { type ThemeConfig, theme } from 'antd'

type Token = NonNullable<ThemeConfig['token']>

const calm = matchMedia('(prefers-reduced-motion: reduce)')

/** A quiet palette; every pair of text and ground keeps a contrast of 4.5 : 1. */
const light: Token = {
  colorPrimary: '#0b5394',
  colorLink: '#0b5394',
  colorInfo: '#0b5394',
  colorSuccess: '#1d7a37',
  colorWarning: '#8a5700',
  colorError: '#b3261e',
  // The grounds that the library derives from these dark colours are muddy.
  colorInfoBg: '#e8f1fa',
  colorSuccessBg: '#e7f5ea',
  colorWarningBg: '#fff4dc',
  colorWarningBorder: '#e3c27c',
  colorErrorBg: '#fdecea',
  // The library's own secondary text is too pale on its own grounds.
  colorTextSecondary: '#4a5563',
  colorTextTertiary: '#5b6673',
  colorTextDescription: '#4a5563',
  colorTextPlaceholder: '#66717e',
  colorTextDisabled: '#66717e',
  colorBgLayout: '#f3f5f8',
  colorBgContainer: '#ffffff',
  colorBgElevated: '#ffffff',
}

const dark: Token = {
  colorPrimary: '#4c9be8',
  colorLink: '#7db8f0',
  colorInfo: '#4c9be8',
  colorSuccess: '#74d186',
  colorWarning: '#d9a441',
  colorError: '#f0716a',
  colorInfoBg: '#172b40',
  colorSuccessBg: '#15301b',
  colorWarningBg: '#33280f',
  colorWarningBorder: '#6b5220',
  colorErrorBg: '#3a1c1a',
  colorTextSecondary: '#b6bec9',
  colorTextTertiary: '#a3acb8',
  colorTextDescription: '#b6bec9',
  colorTextPlaceholder: '#98a2ae',
  colorTextDisabled: '#98a2ae',
  colorBgLayout: '#12161c',
  colorBgContainer: '#1a2028',
  colorBgElevated: '#222a34',
  // White on the lighter blue of a dark page would be too pale.
  colorTextLightSolid: '#0d1116',
}

/** Tokens of the component library for a light or a dark page. */
export const themeOf = (isDark: boolean): ThemeConfig => {
  const token = isDark ? dark : light
  return {
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    cssVar: { key: 'kaigong' },
    hashed: false,
    // The rules come as a file (main.tsx), the tokens as variables: making the rules here took a slow machine a second of every page.
    zeroRuntime: true,
    token: {
      ...token,
      borderRadius: 6,
      fontFamily: 'var(--font)',
      motion: !calm.matches,
    },
    components: {
      Layout: {
        headerBg: token.colorBgContainer ?? '',
        siderBg: token.colorBgContainer ?? '',
        headerHeight: 56,
        headerPadding: '0 16px',
      },
    },
  }
}
