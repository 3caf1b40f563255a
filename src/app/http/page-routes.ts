import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type ConversionTables, linePage } from '#conversion'
import { type DocumentsTables, findPage } from '#documents'
import { waitingPage } from '#intake'
import { Refusal } from '#kernel'
import type { Context } from '#record'
import { coverFor } from '#redactions'
import type { PageImage } from '#text-recognition'
import type { Office } from '../office.ts'
import { refusals } from '../refusals.ts'
import { type ContextOf, refuseNobody, type Server } from './request-context.ts'

const Params = z.object({ pageId: z.uuid() })
const WaitingParams = z.object({ scanId: z.uuid(), ordinal: z.coerce.number().int().min(1) })
const BoxQuery = z.object({
  box: z
    .string()
    .transform((text) => text.split(',').map(Number))
    .pipe(z.tuple([fraction(), fraction(), fraction(), fraction()])),
})
/** The rendition where part of the page is covered, also for who sees through. */
const CoveredQuery = z.object({ covered: z.literal('1').optional() })

function fraction() {
  return z.number().min(0).max(1)
}

/** Page images: re-encoded views and the strip of a line. Masters leave as copies only. */
export function pageRoutes(
  server: Server,
  { contextOf, office }: { contextOf: ContextOf; office: Office },
): void {
  server.get('/api/pages/:pageId/view.webp', async (request, reply) => {
    const page = await pageFor(await contextOf(request), request)
    return webp(reply, await office.views.view(page))
  })
  server.get('/api/pages/:pageId/thumbnail.webp', async (request, reply) => {
    const page = await pageFor(await contextOf(request), request)
    return webp(reply, await office.views.thumbnail(page))
  })
  server.get('/api/pages/:pageId/strip.webp', async (request, reply) => {
    const page = await pageFor(await contextOf(request), request)
    return webp(reply, await office.views.strip(page, BoxQuery.parse(request.query).box))
  })
  server.get('/api/line/pages/:pageId/view.webp', async (request, reply) => {
    const page = await linePageFor(await contextOf(request), request.params)
    return webp(reply, await office.views.view(page))
  })
  server.get('/api/line/pages/:pageId/thumbnail.webp', async (request, reply) => {
    const page = await linePageFor(await contextOf(request), request.params)
    return webp(reply, await office.views.thumbnail(page))
  })
  server.get('/api/inbox/:scanId/pages/:ordinal/view.webp', async (request, reply) => {
    const context = await contextOf(request)
    refuseNobody(context)
    const page = await waitingPage(context, WaitingParams.parse(request.params))
    return webp(reply, await office.views.view(page))
  })
}

/** The page as this person sees it: where part of it is covered, what stands for it. */
async function pageFor(context: Context, { params, query }: FastifyRequest): Promise<PageImage> {
  refuseNobody(context)
  const { pageId } = Params.parse(params)
  const scope = context.may('documents.open')
  const page = await findPage(context.read<DocumentsTables>(), scope, pageId)
  if (page === null) throw new Refusal(refusals.page_unknown, { pageId })
  const { covered } = CoveredQuery.parse(query)
  const cover = await coverFor(context, pageId, covered === '1')
  return cover?.picture ?? page
}

/** A page that is not filed yet, for the stations of the conversion line. */
async function linePageFor(context: Context, params: unknown) {
  refuseNobody(context)
  const { pageId } = Params.parse(params)
  const scope = context.may('conversion.open')
  const page = await linePage(context.read<ConversionTables>(), scope, pageId)
  if (page === null) throw new Refusal(refusals.page_unknown, { pageId })
  return page
}

function webp(reply: FastifyReply, bytes: Uint8Array): Uint8Array {
  guard(reply).type('image/webp')
  return bytes
}

/** Personal matter stays out of caches, and what is served can never act as a page of its own. */
function guard(reply: FastifyReply): FastifyReply {
  return reply
    .header('cache-control', 'private, no-store')
    .header('content-security-policy', "default-src 'none'; sandbox")
}
