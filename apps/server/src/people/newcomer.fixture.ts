import { contracts } from '@kaigong/contract'
import type { Product } from '../product.fixture.ts'

const { people } = contracts
export const PASSWORD = 'a long enough password'

export const newPerson = {
  name: '新人',
  phone: '13800001234',
  idNumber: '320413199001010016',
  agencyId: 'ecology' as never,
  companyId: null,
  roles: ['officer' as const],
  active: true,
}

/** An administrator of Jintan, and somebody whom that one has just registered, with an account. */
export async function newcomer(product: Product, account: string) {
  const admin = await product.signedInAs(['districtAdministrator'])
  const made = await admin.ask(people.create, { body: { ...newPerson, account, password: PASSWORD } })
  if (!made.ok) throw new Error(JSON.stringify(made.problem))
  return { admin, person: made.value }
}

/** Signs in as a browser that was never here. */
export const signIn = (product: Product, account: string, password = PASSWORD, more: object = {}) =>
  product.browser().ask(people.signIn, { body: { account, password, ...more } })
