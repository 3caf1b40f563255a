import { Refusal, type Reply, type Request, type Route } from '#kernel'
import { type Handler, handle } from '#record'
import { grantRole, revokeGrant } from './change-grants.ts'
import * as contract from './contract.ts'
import { type ContextAs, enrolFirstAdministrator } from './enrol-first-administrator.ts'
import { enrolPerson } from './enrol-person.ts'
import { listPeople } from './list-people.ts'
import { me } from './me.ts'
import { refusals } from './refusals.ts'
import type { Opened, SignIn } from './sign-in.ts'

/** The plain routes. `me` is asked for by nobody too: the context's actor is then `nobody`. */
export function identityHandlers(signIn: SignIn): Handler[] {
  return [
    handle(contract.me, (context) => me(signIn, context.actor.person)),
    handle(contract.listPeople, (context) => listPeople(context)),
    handle(contract.enrolPerson, (context, { body }) => enrolPerson(context, signIn, body)),
    handle(contract.grantRole, (context, { params, body }) =>
      grantRole(context, { ...params, ...body }),
    ),
    handle(contract.revokeGrant, (context, { params, body }) =>
      revokeGrant(context, { ...params, ...body }),
    ),
  ]
}

/** A route that sets cookies. The app parses the request, and sends every cookie as one header line. */
export type SignInRoute = {
  readonly route: Route
  readonly run: (request: Request<Route>, headers: Headers) => Promise<Answer<Route>>
}

type Answer<R extends Route> = { reply: Reply<R>; setCookie: string[] }

/** The routes that open and end sessions; `contextAs` makes the context in which a first administrator acts. */
export function signInRoutes(signIn: SignIn, contextAs: ContextAs): SignInRoute[] {
  const opened = async ({ personId, setCookie }: Opened) => ({
    reply: await me(signIn, personId),
    setCookie,
  })
  return [
    signInRoute(contract.signIn, async ({ body }) =>
      opened(await signIn.signIn(body.username, body.password)),
    ),
    signInRoute(contract.signOut, async (_, headers) => ({
      reply: {},
      setCookie: await signIn.signOut(headers),
    })),
    signInRoute(contract.changePassword, async ({ body }, headers) => ({
      reply: {},
      setCookie: await signIn.changePassword(headers, body),
    })),
    signInRoute(contract.enrolFirstAdministrator, async ({ body }) =>
      opened(await enrolFirstAdministrator(contextAs, signIn, body)),
    ),
    signInRoute(contract.signInAsSample, async ({ body }) => {
      if (signIn.signInAsSample === null) throw new Refusal(refusals.not_sample_office)
      return await opened(await signIn.signInAsSample(body.username))
    }),
  ]
}

function signInRoute<R extends Route>(
  route: R,
  run: (request: Request<R>, headers: Headers) => Promise<Answer<R>>,
): SignInRoute {
  // The app parses each part by the route's own schemas before it calls `run`.
  return { route, run: run as SignInRoute['run'] }
}
