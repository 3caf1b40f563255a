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
  const refused = refusedByServer(reason)
  if (refused !== null) return refused
  if (reason instanceof Fault) {
    return { status: 503, code: reason.code, title: 'Not possible at the moment', facts: {} }
  }
  return { status: 500, code: 'app.bug', title: 'The program made a mistake', facts: {} }
}

const ServerError = z.object({ statusCode: z.int().min(400).max(499), code: z.string() })

/** What the HTTP server itself refuses: a body that is no JSON, too large, of a wrong type. */
function refusedByServer(reason: unknown): Problem | null {
  const parsed = ServerError.safeParse(reason)
  if (!parsed.success) return null
  const { title, code } = refusals.input_wrong
  return { status: parsed.data.statusCode, code, title, facts: { reason: parsed.data.code } }
}
