import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyHelmet from '@fastify/helmet'
import fastifyStatic from '@fastify/static'
import Fastify, { type FastifyRequest } from 'fastify'
import { Bug, Refusal, type Route } from '#kernel'
import type { Handler } from '#record'
import type { Office } from '../office.ts'
import { refusals } from '../refusals.ts'
import { blobRoutes } from './blob-routes.ts'
import { documentRoutes } from './document-routes.ts'
import { eventRoutes } from './event-routes.ts'
import { pageRoutes } from './page-routes.ts'
import { printRoutes } from './print-routes.ts'
import { problemOf } from './problem.ts'
import { progressRoutes } from './progress-routes.ts'
import { type ContextOf, headersOf, refuseNobody, type Server } from './request-context.ts'

export const limits = { body_bytes_max: 2 * 1024 ** 2, request_ms_max: 120_000 }

const webFolder = join(import.meta.dirname, '../../../web/dist')

/** Builds the server without listening, so that tests reach it by `inject`. */
export async function buildServer(office: Office): Promise<Server> {
  const server = Fastify({
    bodyLimit: limits.body_bytes_max,
    requestTimeout: limits.request_ms_max,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 300 },
  })
  await server.register(fastifyHelmet, {
    contentSecurityPolicy: { directives: policy, useDefaults: false },
    hsts: false,
  })
  server.setErrorHandler((reason, _request, reply) => {
    const problem = problemOf(reason)
    if (problem.status === 500) office.log.warn(`A bug answered a request: ${traceOf(reason)}`)
    void reply.status(problem.status).type('application/problem+json').send(problem)
  })
  server.addHook('onRequest', async (request) => refuseForeignOrigin(request))
  const contextOf: ContextOf = async (request) => await office.contextOfSession(headersOf(request))
  for (const handler of office.handlers) mount(server, handler, contextOf)
  mountSignIn(server, office)
  blobRoutes(server, contextOf)
  pageRoutes(server, { contextOf, office })
  printRoutes(server, { contextOf, office })
  progressRoutes(server, contextOf)
  documentRoutes(server, { contextOf, office })
  eventRoutes(server, { contextOf, office })
  server.get('/api/health', async () => ({
    state: 'serving',
    release: office.configuration.release,
  }))
  await serveWeb(server)
  return server
}

// Nothing may reach out. The hash is that of the empty style elements in index.html.
const policy = {
  'default-src': ["'self'"],
  'img-src': ["'self'", 'blob:', 'data:'],
  'worker-src': ["'self'", 'blob:'],
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'style-src': ["'self'", "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
}

function traceOf(reason: unknown): string {
  return reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)
}

/** A browser names the page a request came from; another site's page may not act here. */
function refuseForeignOrigin(request: FastifyRequest): void {
  const { origin, host } = request.headers
  if (request.method === 'GET' || request.method === 'HEAD' || origin === undefined) return
  if (!URL.canParse(origin) || new URL(origin).host !== host)
    throw new Refusal(refusals.foreign_origin)
}

function mount(server: Server, handler: Handler, contextOf: ContextOf): void {
  const { route, run } = handler
  server.route({
    method: route.method,
    url: `/api${route.path}`,
    handler: async (request) => {
      const context = await contextOf(request)
      if (route.action !== null) {
        refuseNobody(context)
        context.may(route.action)
      }
      return await run(context, parse(route, request))
    },
  })
}

function parse(route: Route, request: FastifyRequest) {
  return {
    params: route.params?.parse(request.params),
    query: route.query?.parse(request.query),
    body: route.body?.parse(request.body ?? {}),
  } as never // Each part has just been parsed by the route's own schema; the handler states the types.
}

function mountSignIn(server: Server, office: Office): void {
  for (const { route, run } of office.signInRoutes) {
    server.route({
      method: route.method,
      url: `/api${route.path}`,
      handler: async (request, reply) => {
        const answer = await run(parse(route, request), headersOf(request))
        for (const cookie of answer.setCookie) void reply.header('set-cookie', cookie)
        return answer.reply
      },
    })
  }
}

async function serveWeb(server: Server): Promise<void> {
  if (!existsSync(join(webFolder, 'index.html'))) {
    server.setNotFoundHandler(() => {
      throw new Refusal(refusals.web_not_built)
    })
    return
  }
  await server.register(fastifyStatic, {
    root: webFolder,
    // The build put each text there in Brotli and gzip too.
    preCompressed: true,
    setHeaders: (response, path) => {
      const hashed = path.includes('/assets/')
      void response.header(
        'cache-control',
        hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      )
    },
  })
  server.setNotFoundHandler(async (request, reply) => {
    if (request.url.startsWith('/api/')) throw new Refusal(refusals.not_found)
    if (request.method !== 'GET') throw new Refusal(refusals.not_found)
    return await reply.sendFile('index.html')
  })
}

/** Listens, or says in one clear sentence why it cannot. */
export async function listen(server: Server, at: { host: string; port: number }): Promise<string> {
  try {
    return await server.listen(at)
  } catch (reason) {
    const code = (reason as NodeJS.ErrnoException).code
    if (code === 'EADDRINUSE') throw new Refusal(refusals.port_taken, { port: at.port })
    throw new Bug(`The server cannot listen: ${traceOf(reason)}`)
  }
}
