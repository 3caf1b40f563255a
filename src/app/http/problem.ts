import { z } from 'zod'
import { Fault, Refusal } from '#kernel'
import { refusals } from '../refusals.ts'

/** RFC 9457 problem document; screens translate `code` and name the facts. */
export type Problem = {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly facts: Readonly<Record<string, unknown>>
}

/** What a caller is told of a failure. A bug tells nothing of itself but that it happened. */
export function problemOf(reason: unknown): Problem {
  if (reason instanceof Refusal) {
    const { code, status, title } = reason.kind
    return { status, code, title, facts: reason.facts }
  }
  if (reason instanceof z.ZodError) {
    const { status, title, code } = refusals.input_wrong
    const fields = reason.issues.map(({ path, code: kind }) => ({ path: path.join('.'), kind }))
    return { status, code, title, facts: { fields } }
  }
  if (reason instanceof Fault) {
    return { status: 503, code: reason.code, title: 'Not possible at the moment', facts: {} }
  }
  return { status: 500, code: 'app.bug', title: 'The program made a mistake', facts: {} }
}
