import { Readable } from 'node:stream'
import { z } from 'zod'
import { evidenceOf } from '#certification'
import { printDocument } from '#text-recognition'
import type { Office } from '../office.ts'
import { type ContextOf, refuseNobody, type Server } from './server.ts'

const Params = z.object({ documentId: z.uuid() })
/** `3` or `3-7`, as printers ask for pages. */
const Query = z.object({
  pages: z
    .string()
    .regex(/^\d{1,5}(?:-\d{1,5})?$/)
    .transform((text) => text.split('-').map(Number))
    .transform(([from = 1, to = from]) => ({ from, to }))
    .refine(({ from, to }) => from >= 1 && from <= to)
    .optional(),
})

/** A whole document as one file to keep or send: page images with their words, PDF/A-2b. */
export function documentRoutes(
  server: Server,
  { contextOf, office }: { contextOf: ContextOf; office: Office },
): void {
  server.get('/api/documents/:documentId/searchable.pdf', async (request, reply) => {
    const context = await contextOf(request)
    refuseNobody(context)
    const { documentId } = Params.parse(request.params)
    const { pages } = Query.parse(request.query)
    const wanted = { documentId, ...(pages ? { pages } : {}) }
    const { name, parts } = await printDocument(context, wanted, office)
    void reply
      .type('application/pdf')
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('cache-control', 'private, no-store')
      .header('content-security-policy', "default-src 'none'; sandbox")
    return reply.send(Readable.from(parts))
  })

  server.get('/api/certifications/:batchId/evidence.json', async (request, reply) => {
    const context = await contextOf(request)
    refuseNobody(context)
    const { batchId } = z.object({ batchId: z.uuid() }).parse(request.params)
    const evidence = await evidenceOf(context, batchId)
    void reply
      .header('content-disposition', `attachment; filename="${evidence.number}.json"`)
      .header('cache-control', 'private, no-store')
    return evidence
  })
}
