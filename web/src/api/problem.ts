/** What the server answers when it refuses: a code for screens, facts for the sentence. */
export type Problem = {
  readonly code: string
  readonly status: number
  readonly title: string
  readonly facts: Readonly<Record<string, unknown>>
}

export class ProblemError extends Error {
  override name = 'ProblemError'
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.title)
    this.problem = problem
  }
}

export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem
  return { code: 'web.unreachable', status: 0, title: 'The server was not reached', facts: {} }
}

/** Whether the server said no. Without its answer the act may have been done: it is sent again as the same. */
export function wasRefused(error: unknown): boolean {
  const { status } = problemOf(error)
  return status >= 400 && status < 500
}

const limits = { tries_max: 4 }

/** For a mutation that names its act: unanswered, it is sent again as the same act, a little later each time. */
export const sameActAgain = {
  retry: (tries: number, error: unknown) => !wasRefused(error) && tries < limits.tries_max,
}

/** Reads a refused answer; one that is no problem (a proxy's page) keeps its status. */
export function readProblem(status: number, body: unknown): Problem {
  const fields = new Map(Object.entries(isObject(body) ? body : {}))
  const code = fields.get('code')
  const title = fields.get('title')
  const facts = fields.get('facts')
  return {
    code: typeof code === 'string' ? code : `web.status_${status}`,
    status,
    title: typeof title === 'string' ? title : 'The server refused',
    facts: isObject(facts) ? Object.fromEntries(Object.entries(facts)) : {},
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
