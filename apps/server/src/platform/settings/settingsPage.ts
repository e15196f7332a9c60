import { settingsTable } from './settingsTable.ts'

/** The reference page, docs/settings.md; `vitest run --update` on the test beside this file writes it anew. */
export function settingsPage(): string {
  const rows = Object.values(settingsTable).map(
    ({ name, usual, says }) => `| \`${name}\` | ${usual === '' ? '—' : `\`${usual}\``} | ${says.zh} | ${says.en} |`,
  )
  return [
    '# Settings · 设置',
    '',
    'All settings of the server, read from the environment once at its start. This page is written from the one table in `apps/server/src/platform/settings/settingsTable.ts`; a test keeps it current.',
    '',
    '| variable | usual | 含义 | meaning |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}
