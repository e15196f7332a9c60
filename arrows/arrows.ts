/** What one workspace may import of the others, by folder. */
interface Arrow {
  readonly from: string
  /** Named under `dependencies` in its package.json. */
  readonly to: readonly string[]
  /** Named under `devDependencies`: only its tests import these. */
  readonly testsTo?: readonly string[]
}

/**
 * The direction of the whole: a workspace may point only at workspaces that stand above it in this list.
 * The list is what is allowed; each package.json says what is used, and Biome holds the imports to that.
 */
export const arrows: readonly Arrow[] = [
  { from: 'packages/calendar', to: [] },
  { from: 'packages/scheduler', to: [] },
  { from: 'packages/catalogue', to: ['packages/calendar'] },
  { from: 'packages/checker', to: ['packages/calendar', 'packages/catalogue'] },
  {
    from: 'packages/planner',
    to: ['packages/calendar', 'packages/catalogue', 'packages/scheduler'],
    testsTo: ['packages/checker'],
  },
  { from: 'packages/export', to: ['packages/calendar', 'packages/catalogue', 'packages/planner'] },
  {
    from: 'apps/cli',
    to: [
      'packages/calendar',
      'packages/catalogue',
      'packages/checker',
      'packages/export',
      'packages/planner',
      'packages/scheduler',
    ],
  },
  {
    from: 'bench',
    to: ['packages/calendar', 'packages/catalogue', 'packages/checker', 'packages/planner', 'packages/scheduler'],
  },
]
