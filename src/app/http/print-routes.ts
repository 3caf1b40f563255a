import type { FastifyReply } from 'fastify'
import { PrintQuery, printPapers, printSeparator } from '#paper-files'
import type { Office } from '../office.ts'
import { type ContextOf, refuseNobody, type Server } from './request-context.ts'

/** Cover sheets and labels of paper files, and the sheet that parts papers, as PDF. */
export function printRoutes(
  server: Server,
  { contextOf, office }: { contextOf: ContextOf; office: Office },
): void {
  for (const kind of ['covers', 'labels'] as const) {
    server.get(`/api/paper-prints/${kind}.pdf`, async (request, reply) => {
      const context = await contextOf(request)
      refuseNobody(context)
      const query = PrintQuery.parse(request.query)
      const pdf = await printPapers(context, office.printer, { kind, query })
      return shown(reply, kind, pdf)
    })
  }
  server.get('/api/paper-prints/separators.pdf', async (request, reply) => {
    const context = await contextOf(request)
    refuseNobody(context)
    return shown(reply, 'separators', await printSeparator(context, office.printer))
  })
}

function shown(reply: FastifyReply, name: string, pdf: Uint8Array) {
  return reply
    .type('application/pdf')
    .header('content-disposition', `inline; filename="${name}.pdf"`)
    .header('cache-control', 'private, no-store')
    .header('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
    .send(pdf)
}
