export type { Checked } from './checked.ts'
export { CreditCode, checkCreditCode, creditCodeFault, creditCodeWithCheck, normalCreditCode } from './creditCode.ts'
export { checkIdNumber, IdNumber, isIdNumber } from './idNumber.ts'
export { checkIndustryCode, type Industry, IndustryCode, industryPath, searchIndustries } from './industry.ts'
export { maskIdNumber, maskName, maskPhone } from './masks.ts'
export { checkPhone, isPhone, Phone } from './phone.ts'
export {
  checkProjectCode,
  normalProjectCode,
  ProjectCode,
  type ProjectCodeParts,
  projectCodeParts,
} from './projectCode.ts'
export { type Township, townships } from './townships.ts'
