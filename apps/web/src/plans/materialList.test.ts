import { expect, it } from 'vitest'
import { materialList } from './materialList.ts'
import type { Matter } from './names.ts'
import { matterOf, planOf } from './plan.fixture.ts'

const material = (
  id: string,
  neededBy: string,
  more: Partial<Matter['materials'][number]> = {},
): Matter['materials'][number] => ({
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

it('lists a material once for all matters that want it, by the earliest day, essential if one of them says so', () => {
  const list = materialList(
    planOf({
      matters: [
        matterOf('A03', 1, {
          materials: [material('form', '2022-09-01'), material('plan', '2022-08-01', { shared: true })],
        }),
        matterOf('C07', 3, {
          materials: [material('form', '2022-07-01', { necessity: 'essential' }), material('plan', '2022-08-02')],
        }),
      ],
    }),
  )
  expect(
    list.map(({ id, neededBy, essential, shared, usedFor }) => [id, neededBy, essential, shared, usedFor.length]),
  ).toEqual([
    ['form', '2022-07-01', true, false, 2],
    // Fetched for one of the two only: it still has to be brought.
    ['plan', '2022-08-01', false, false, 2],
  ])
})
