import type { Plan } from '@kaigong/planner'
import { expect, it } from 'vitest'
import { materialList } from './wanted.ts'

type Matter = Plan['matters'][number]
type Material = Matter['materials'][number]

const material = (id: string, neededBy: string, more: Partial<Material> = {}): Material => ({
  id,
  name: { zh: id, en: id },
  necessity: 'deferrable',
  shared: false,
  from: 'enterprise',
  issuedBy: null,
  neededBy,
  basis: { text: { zh: '清单', en: 'list' }, confidence: 'GK' },
  ...more,
})

const matter = (id: string, materials: readonly Material[]) => ({ id, matter: id, materials }) as unknown as Matter

it('lists a material once for all matters that want it, by the earliest day, essential if one of them says so', () => {
  const list = materialList({
    matters: [
      matter('A03', [material('form', '2022-09-01'), material('plan', '2022-08-01', { shared: true })]),
      matter('C07', [material('form', '2022-07-01', { necessity: 'essential' }), material('plan', '2022-08-02')]),
    ],
  })
  expect(
    list.map(({ id, neededBy, essential, shared, usedFor }) => [id, neededBy, essential, shared, usedFor.length]),
  ).toEqual([
    ['form', '2022-07-01', true, false, 2],
    // Fetched for one of the two only: it still has to be brought.
    ['plan', '2022-08-01', false, false, 2],
  ])
})
