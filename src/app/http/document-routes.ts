import { Readable } from 'node:stream'
import { z } from 'zod'
import { evidenceOf } from '#certification'
import { openCopy } from '#copies'
import type { Office } from '../office.ts'
import { type ContextOf, refuseNobody, type Server } from './request-context.ts'

const Params = z.object({ copyId: z.uuid() })
const Query = z.object({ form: z.enum(['download', 'print']).default('download') })

/** The file of a copy that was issued before, and the evidence of a certification. */
export function documentRoutes(
  server: Server,
  { contextOf, office }: { contextOf: ContextOf; office: Office },
): void {
  server.get('/api/copies/:copyId/copy.pdf', async (request, reply) => {
    const context = await contextOf(request)
    refuseNobody(context)
    const { form } = Query.parse(request.query)
    const { name, parts } = await openCopy(context, Params.parse(request.params).copyId, office)
    const disposition = form === 'print' ? 'inline' : 'attachment'
    void reply
      .type('application/pdf')
      .header('content-disposition', `${disposition}; filename="${name}"`)
      .header('cache-control', 'private, no-store')
      // A sandbox would keep the browser's own reader of PDF from opening what is to be printed.
      .header('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
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
