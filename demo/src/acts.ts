import type { DemoAct } from './model.ts'

/** Somebody's receipt of an application with its form, as every case begins. */
export const received = (at: string, by: string): DemoAct => ({
  at,
  by,
  act: { type: 'receive' },
  attached: ['application'],
})
export const accepted = (at: string, by: string): DemoAct => ({ at, by, act: { type: 'accept' } })
export const begun = (at: string, by: string): DemoAct => ({ at, by, act: { type: 'startDepartment' } })
export const granted = (at: string, by: string): DemoAct => ({
  at,
  by,
  act: { type: 'pass' },
  attached: ['reviewOpinion'],
})
export const delivered = (at: string, by: string, number: string | null = null): DemoAct => ({
  at,
  by,
  act: { type: 'deliver', number },
  attached: ['deliveryReceipt'],
})
export const procedure = (at: string, by: string, head: string, id: string, workdays: number): DemoAct => ({
  at,
  by,
  act: { type: 'startProcedure', procedure: id, workdays },
  people: { approvedBy: head },
  attached: ['headApproval', 'writtenNotice'],
})
export const ended = (at: string, by: string, result: string): DemoAct => ({
  at,
  by,
  act: { type: 'endProcedure', id: 'p1', result },
})
