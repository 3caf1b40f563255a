import type { Reply, Request, Route } from '#kernel'
import type { Context } from './context.ts'

/** A route and the use case that answers it. The app parses the request and asks `may` for the action. */
export type Handler = {
  readonly route: Route
  readonly run: (context: Context, request: Request<Route>) => Promise<unknown>
}

export function handle<R extends Route>(
  route: R,
  run: (context: Context, request: Request<R>) => Promise<Reply<R>>,
): Handler {
  // The app parses each part by the route's own schemas before it calls `run`.
  return { route, run: run as Handler['run'] }
}
