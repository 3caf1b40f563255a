import { setTimeout as delay } from 'node:timers/promises'
import type { Context } from '#record'
import type { Office, ProgressEvent } from '../office.ts'
import { type ContextOf, refuseNobody, type Server } from './request-context.ts'

export const limits = { events_every_ms: 1_000, stream_ms_max: 30 * 60_000 }

type Stream = {
  path: `/${string}`
  action: string
  look: (context: Context) => Promise<ProgressEvent[]>
}

/** Server-sent events: what has changed for who may follow it. */
export function eventRoutes(
  server: Server,
  { contextOf, office }: { contextOf: ContextOf; office: Office },
): void {
  const streams: readonly Stream[] = [
    // Each batch whose progress changed, and how many pages are read.
    { path: '/api/events', action: 'intake.list', look: office.progress },
    { path: '/api/operations/events', action: 'operations.watch', look: office.operations },
  ]
  for (const { path, action, look } of streams) {
    server.get(path, async (request, reply) => {
      const context = await contextOf(request)
      refuseNobody(context)
      context.may(action)
      const ended = new AbortController()
      request.raw.on('close', () => ended.abort())
      void reply.header('cache-control', 'no-store').type('text/event-stream')
      return reply.send(streamOf(events(() => look(context), ended.signal)))
    })
  }
}

async function* events(
  look: () => Promise<ProgressEvent[]>,
  signal: AbortSignal,
): AsyncIterable<string> {
  const sent = new Map<string, string>()
  const until = Date.now() + limits.stream_ms_max
  yield 'retry: 2000\n\n'
  while (!signal.aborted && Date.now() < until) {
    for (const { name, key, data } of await look()) {
      const text = JSON.stringify(data)
      if (sent.get(key) === text) continue
      sent.set(key, text)
      yield `event: ${name}\ndata: ${text}\n\n`
    }
    await delay(limits.events_every_ms, undefined, { signal }).catch(() => undefined)
  }
}

function streamOf(source: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const iterator = source[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const next = await iterator.next()
      if (next.done) controller.close()
      else controller.enqueue(encoder.encode(next.value))
    },
    async cancel() {
      await iterator.return?.()
    },
  })
}
