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
  { from: 'packages/casework', to: ['packages/calendar', 'packages/catalogue'] },
  {
    from: 'packages/planner',
    to: ['packages/calendar', 'packages/catalogue', 'packages/scheduler'],
    testsTo: ['packages/checker'],
  },
  { from: 'packages/export', to: ['packages/calendar', 'packages/catalogue', 'packages/planner'] },
  // Of the planner only the type of a plan.
  { from: 'packages/contract', to: ['packages/planner'] },
  { from: 'demo', to: ['packages/calendar', 'packages/contract', 'packages/export'] },
  {
    from: 'apps/server',
    to: [
      'packages/calendar',
      'packages/casework',
      'packages/catalogue',
      'packages/checker',
      'packages/contract',
      'packages/export',
      'packages/planner',
      'demo',
    ],
  },
  { from: 'apps/web', to: ['packages/contract'] },
  {
    from: 'apps/cli',
    to: [
      'packages/calendar',
      'packages/catalogue',
      'packages/checker',
      'packages/export',
      'packages/planner',
      'packages/scheduler',
      'apps/server',
    ],
  },
  { from: 'e2e', to: ['apps/server', 'packages/contract'] },
  {
    from: 'bench',
    to: [
      'packages/calendar',
      'packages/casework',
      'packages/catalogue',
      'packages/checker',
      'packages/contract',
      'packages/planner',
      'packages/scheduler',
      'apps/server',
    ],
  },
]
