import type { FastifyInstance, FastifyRequest } from 'fastify'
import { nobody } from '#identity'
import { Refusal } from '#kernel'
import type { Context } from '#record'
import { refusals } from '../refusals.ts'

export type Server = FastifyInstance

/** A request's context, made from its session; nobody's where there is none. */
export type ContextOf = (request: FastifyRequest) => Promise<Context>

/** Who is not signed in is told so, before being told what they may not. */
export function refuseNobody(context: Context): void {
  if (context.actor.person === nobody.person) throw new Refusal(refusals.sign_in_first)
}

export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string') headers.set(name, value)
  }
  return headers
}
