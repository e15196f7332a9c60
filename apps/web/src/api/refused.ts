import type { Problem, RefusalCode } from '@kaigong/contract'

/** The server said no; the problem says what happened and what to do, in the person's language. */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.title)
    this.problem = problem
  }
}

/** Whether an error is this refusal of the server. */
export const isRefusal = (error: unknown, code: RefusalCode): error is ProblemError =>
  error instanceof ProblemError && error.problem.type === `/problems/${code}`
