import { exportProgress } from '#reporting'
import { type ContextOf, refuseNobody, type Server } from './request-context.ts'

/** The figures of the dashboard for a spreadsheet. */
export function progressRoutes(server: Server, contextOf: ContextOf): void {
  server.get('/api/progress.csv', async (request, reply) => {
    const context = await contextOf(request)
    refuseNobody(context)
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="progress.csv"')
      .header('cache-control', 'private, no-store')
      .send(await exportProgress(context))
  })
}
