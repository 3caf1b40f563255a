import { z } from 'zod'
import { storeBlob } from '#intake'
import { limits as intakeLimits, Sha256 } from '#intake/contract'
import { type ContextOf, refuseNobody, type Server } from './request-context.ts'

/** Raw bytes named by their digest: asking which are missing, then sending those, is the resume. */
export function blobRoutes(server: Server, contextOf: ContextOf): void {
  server.register((plugin, _options, done) => {
    plugin.removeAllContentTypeParsers()
    plugin.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    plugin.route({
      method: 'PUT',
      url: '/api/blobs/:sha256',
      bodyLimit: intakeLimits.scan_bytes_max,
      handler: async (request) => {
        const context = await contextOf(request)
        refuseNobody(context)
        const { sha256 } = z.object({ sha256: Sha256 }).parse(request.params)
        const body = z.custom<AsyncIterable<Uint8Array>>((value) => value !== undefined)
        return await storeBlob(context, sha256, body.parse(request.body))
      },
    })
    done()
  })
}
