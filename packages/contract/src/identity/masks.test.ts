import { describe, expect, it } from 'vitest'
import { isIdNumber, isPhone, maskIdNumber, maskName, maskPhone } from './masks.ts'

describe('personal data', () => {
  it('is shown masked: the middle of a telephone number, the birthday of an identity number, all but the surname', () => {
    expect([maskPhone('13800001234'), maskIdNumber('320413199001010016'), maskName('周知序')]).toEqual([
      '138＊＊＊＊1234',
      '320413＊＊＊＊＊＊＊＊0016',
      '周＊',
    ])
  })
  it('is checked by its own digits (GB 11643)', () => {
    expect(['11010519491231002X', '440524188001010014', '320413199001010016'].map(isIdNumber)).toEqual([
      true,
      true,
      true,
    ])
    expect(['110105194912310021', '32041319900101001'].map(isIdNumber)).toEqual([false, false])
  })
  it('of telephones is a mobile or a landline number', () => {
    expect(['13800001234', '0519-82820000', '051982820000', '12345', '1380000123'].map(isPhone)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ])
  })
})
