import type { z } from 'zod'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** One route of the interface, written once and read by handler, web, command line and OpenAPI. */
export type Route = {
  readonly method: Method
  readonly path: `/${string}`
  /** The action that `decide()` is asked for; null where anybody may come (sign-in, health). */
  readonly action: string | null
  readonly summary: string
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  readonly reply: z.ZodType
}

export function defineRoute<const R extends Route>(route: R): R {
  return route
}

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined

/** What a handler receives: each part parsed at the edge, absent parts undefined. */
export type Request<R extends Route> = {
  params: Parsed<R['params']>
  query: Parsed<R['query']>
  body: Parsed<R['body']>
}
export type Reply<R extends Route> = z.input<R['reply']>
