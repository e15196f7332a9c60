import { type Checked, checkIdNumber, checkPhone } from '@kaigong/contract'
import { type Refused, refuse } from '../platform/http/answer.ts'

type Numbers = { readonly phone: string | null; readonly idNumber: string | null }

/**
 * The telephone and identity numbers of a form in their one right form, or what is wrong with each.
 * @param masked as the person's numbers are shown: one that comes back so was not changed.
 */
export function checkedNumbers<F extends Numbers>(
  form: F,
  masked: Numbers = { phone: null, idNumber: null },
): F | Refused {
  const phone = checked(form.phone, masked.phone, checkPhone)
  const idNumber = checked(form.idNumber, masked.idNumber, checkIdNumber)
  if ('fault' in phone || 'fault' in idNumber) {
    const errors = Object.entries({ phone, idNumber }).flatMap(([field, found]) =>
      'fault' in found ? [{ pointer: `/${field}`, detail: found.fault }] : [],
    )
    return refuse('request.invalid', { errors })
  }
  return { ...form, phone: phone.value, idNumber: idNumber.value }
}

const checked = (
  written: string | null,
  masked: string | null,
  check: (written: string) => Checked,
): Checked | { readonly value: null } =>
  written === null || written === '' ? { value: null } : written === masked ? { value: written } : check(written)
